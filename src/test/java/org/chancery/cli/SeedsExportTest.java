package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.chancery.ExitCode;
import org.chancery.Seeds;
import org.chancery.export.ExportFormat;
import org.chancery.graph.SortedNQuads;
import org.chancery.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The graph of the seeds, out of the store and back. */
class SeedsExportTest {
  private static final Map<ExportFormat, Lang> LANGS =
      Map.of(
          ExportFormat.TURTLE, Lang.TURTLE,
          ExportFormat.TRIG, Lang.TRIG,
          ExportFormat.NQUADS, Lang.NQUADS,
          ExportFormat.NTRIPLES, Lang.NTRIPLES,
          ExportFormat.JSONLD, Lang.JSONLD,
          ExportFormat.RDFXML, Lang.RDFXML);

  @SuppressWarnings("NullAway") // JUnit sets it.
  @TempDir
  static Path folder;

  @BeforeAll
  static void build() {
    Store.replace(folder, Seeds.graph().quads());
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatSaysTheSame(ExportFormat format) {
    DatasetGraph read = DatasetGraphFactory.create();
    RDFParser.fromString(export("--format", format), LANGS.getOrDefault(format, Lang.TURTLE))
        .parse(read);

    assertThat(IsoMatcher.isomorphic(expected(format.keepsGraphs()), read)).isTrue();
  }

  @Test
  void storeGivesBackTheQuadsItWasGiven() {
    assertThat(export("--format", "nquads")).isEqualTo(seedsAsNQuads());
  }

  @Test
  void factsAreFewAndTheSameInEveryArticlesGraph() {
    assertThat(export("--format", "nquads", "--facts").lines())
        .isNotEmpty()
        .isSubsetOf(seedsAsNQuads().lines().toList())
        .noneMatch(line -> line.contains("/claim/"));
  }

  static String seedsAsNQuads() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      SortedNQuads.write(Seeds.graph().quads().toList(), out);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static DatasetGraph expected(boolean graphs) {
    DatasetGraph expected = DatasetGraphFactory.create();
    Seeds.graph()
        .quads()
        .map(quad -> graphs ? quad : Quad.create(Quad.defaultGraphIRI, quad.asTriple()))
        .forEach(expected::add);
    return expected;
  }

  private static String export(Object... options) {
    Object[] words = new Object[options.length + 3];
    words[0] = "export";
    words[1] = "--store";
    words[2] = folder;
    System.arraycopy(options, 0, words, 3, options.length);
    CommandRun run = CommandRun.of(words);
    assertThat(run.messages()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    return run.output();
  }
}
