package org.chancery.cli;

import java.util.concurrent.Callable;
import org.chancery.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves a store until it is interrupted. */
@Command(
    name = "serve",
    description = "Serves a store to browsers and SPARQL clients on this machine, read-only.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Mixin private StoreOption store = new StoreOption();

  @Mixin private ServeOptions served = new ServeOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    served.require(spec.commandLine());
    served.serve(store.folder(), spec.commandLine().getOut(), spec.commandLine().getErr());
    return ExitCode.OK;
  }
}
