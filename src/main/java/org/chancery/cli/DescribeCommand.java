package org.chancery.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.chancery.ExitCode;
import org.chancery.export.DatasetDescription;
import org.chancery.export.DatasetNumbers;
import org.chancery.export.ExportFormat;
import org.chancery.ontology.Chy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chancery describe}: what the store holds, for catalogues of data. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    description = {
      "Describes the graph with VoID and DCAT, as Turtle: how much it holds of what, examples,",
      "links to other data, and the licence that you give it."
    })
final class DescribeCommand implements Callable<Integer> {
  private final GraphSource source;
  private final OutputStream out;

  @Option(
      names = "--license",
      paramLabel = "IRI",
      converter = IriConverter.class,
      description = "The licence that the graph is given; none is named unless you choose one.")
  private Optional<Node> licence = Optional.empty();

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      converter = IriConverter.class,
      description = "Where the graph can be asked by SPARQL, if anywhere.")
  private Optional<Node> endpoint = Optional.empty();

  @Mixin private OutputOption output = new OutputOption();

  @Mixin private StoreOption store = new StoreOption();

  /**
   * Makes the command.
   *
   * @param out takes the description when no file is named
   */
  DescribeCommand(GraphSource source, OutputStream out) {
    this.source = source;
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    DatasetDescription description =
        source.read(
            store.folder(),
            data ->
                new DatasetDescription(
                    DatasetNumbers.of(data),
                    DatasetNumbers.base(data).orElse(Chy.DEFAULT_BASE),
                    licence,
                    endpoint));
    output.deliver(target -> description.write(ExportFormat.TURTLE, target), out);
    return ExitCode.OK;
  }
}
