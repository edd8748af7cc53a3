package org.chancery.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.chancery.ExitCode;
import org.chancery.export.Export;
import org.chancery.export.ExportFormat;
import org.chancery.export.Publication;
import org.chancery.export.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code chancery export}: the store, or part of it, as a file for other programs. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the graph, or part of it, sorted: the same graph gives the same bytes.",
      "While a server has the store open, the graph is fetched from it."
    })
final class ExportCommand implements Callable<Integer> {
  private final GraphSource source;
  private final OutputStream out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "turtle",
      description = {
        "RDF: turtle, ntriples, rdfxml (the union of the graphs), trig, nquads or jsonld (each"
            + " article's graph by itself). By default ${DEFAULT-VALUE}.",
        "RDF 1.2, with claims as reifiers: turtle12, trig12.",
        "Other: nanopubs (TriG, one for each claim), csv (for spreadsheets, one row for each fact"
            + " stated as so), geojson (meetings), graphml (for Gephi and Cytoscape)."
      })
  private String format = "turtle";

  @Option(
      names = "--facts",
      description = {
        "Only what articles state as so, with types and names: no claims, no evidence.",
        "For RDF formats."
      })
  private boolean facts;

  @Option(names = "--graph", paramLabel = "IRI", description = "Only this graph; may be repeated.")
  private List<String> graphs = new ArrayList<>();

  @Option(
      names = "--article",
      paramLabel = "ID",
      description = "Only the graph of this article; may be repeated.")
  private List<String> articles = new ArrayList<>();

  @Option(
      names = "--about",
      paramLabel = "IRI",
      description =
          "Only what is said of this thing, in full or as id:country/…, with claims and evidence;"
              + " may be repeated.")
  private List<String> about = new ArrayList<>();

  @Option(
      names = "--depth",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "With --about: how many relations away things are told of, too; ${DEFAULT-VALUE} unless"
              + " given.")
  private int depth = 1;

  @Option(
      names = "--license",
      paramLabel = "IRI",
      converter = IriConverter.class,
      description = "The licence that nanopublications are to name.")
  private Optional<Node> licence = Optional.empty();

  @Mixin private OutputOption output = new OutputOption();

  @Mixin private StoreOption store = new StoreOption();

  @Spec private CommandSpec spec = CommandSpec.create();

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
    if (depth < 1) {
      throw misused("--depth counts from 1.");
    }
    Selection selection = new Selection(inFull(graphs), articles, inFull(about), depth);
    Optional<ExportFormat> rdf = ExportFormat.named(format);
    if (rdf.isPresent()) {
      Export export =
          source.read(
              store.folder(),
              data -> {
                DatasetGraph selected = selection.of(data);
                return facts ? Export.facts(selected) : Export.everything(selected);
              });
      output.deliver(target -> export.write(rdf.get(), target), out);
      return ExitCode.OK;
    }
    Publication publication =
        Publication.named(format)
            .orElseThrow(
                () ->
                    misused(
                        "Invalid value for option '--format': \"%s\" is none of turtle, trig, nquads, ntriples, jsonld, rdfxml, turtle12, trig12, nanopubs, csv, geojson, graphml"
                            .formatted(format)));
    if (facts) {
      throw misused("--facts goes with RDF formats; %s has its own content.".formatted(format));
    }
    try {
      source.read(
          store.folder(),
          data -> {
            publish(publication, selection.of(data));
            return ExitCode.OK;
          });
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    return ExitCode.OK;
  }

  private List<String> inFull(List<String> iris) {
    return iris.stream().map(iri -> new WrittenIri(iri).in(store.folder())).toList();
  }

  /** Inside the transaction: what is large is not held in memory. */
  private void publish(Publication publication, DatasetGraph data) {
    try {
      output.deliver(target -> publication.write(data, licence, target), out);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
