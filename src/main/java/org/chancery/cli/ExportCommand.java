package org.chancery.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chancery.ExitCode;
import org.chancery.export.AtomicFile;
import org.chancery.export.Export;
import org.chancery.export.ExportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code chancery export}: the store as an RDF file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the graph as RDF, sorted: the same graph gives the same bytes.",
      "While a server has the store open, the graph is fetched from it."
    })
final class ExportCommand implements Callable<Integer> {
  private final GraphSource source;
  private final OutputStream out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "turtle",
      converter = FormatConverter.class,
      description =
          "turtle, ntriples, rdfxml (the union of the graphs), trig, nquads or jsonld (each"
              + " article's graph by itself). By default ${DEFAULT-VALUE}.")
  private ExportFormat format = ExportFormat.TURTLE;

  @Option(
      names = "--facts",
      description = "Only what articles state as so, with types and names: no claims, no evidence.")
  private boolean facts;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to this file, all of it or nothing; else to the standard output.")
  private Optional<Path> file = Optional.empty();

  @Mixin private StoreOption store = new StoreOption();

  /**
   * Makes the command.
   *
   * @param out takes the data when no file is named
   */
  ExportCommand(GraphSource source, OutputStream out) {
    this.source = source;
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Export export =
        source.read(store.folder(), data -> facts ? Export.facts(data) : Export.everything(data));
    if (file.isPresent()) {
      new AtomicFile(file.get()).write(target -> export.write(format, target));
    } else {
      export.write(format, out);
    }
    return ExitCode.OK;
  }

  /** Reads the small-letter names that the formats go by. */
  static final class FormatConverter implements ITypeConverter<ExportFormat> {
    @Override
    public ExportFormat convert(String value) {
      return ExportFormat.named(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "\"%s\" is none of turtle, trig, nquads, ntriples, jsonld, rdfxml"
                          .formatted(value)));
    }
  }
}
