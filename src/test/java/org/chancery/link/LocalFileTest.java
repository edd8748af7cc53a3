package org.chancery.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.sse.SSE;
import org.chancery.UserException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files {@code link} reads. */
class LocalFileTest {
  private static final Graph GRAPH =
      SSE.parseGraph(
          "(graph (<https://example.org/q1> <http://www.w3.org/2000/01/rdf-schema#label> 'Lima'))");

  @SuppressWarnings("NullAway") // JUnit sets it.
  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"thing.rt", "thing.trdf", "thing.rpb", "thing.pbrdf"})
  void onlyTheStoreIsReadByThrift(String name) throws IOException {
    Path file = folder.resolve(name);
    RDFFormat format = name.contains("pb") ? RDFFormat.RDF_PROTO : RDFFormat.RDF_THRIFT;
    try (var out = Files.newOutputStream(file)) {
      RDFDataMgr.write(out, GRAPH, format);
    }

    assertThatThrownBy(() -> LocalFile.open(List.of(file), Knowledge.load()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(name + ": its ending is of no RDF format.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"thing.nt", "thing.nq", "thing.ttl", "thing.trig", "thing.rdf", "thing.jsonld"})
  void formatsThatAreTextAreRead(String name) {
    Path file = folder.resolve(name);
    Lang lang = RDFLanguages.filenameToLang(name);
    RDFWriter.source(GRAPH).lang(lang).output(file.toString());

    try (Target target = LocalFile.open(List.of(file), Knowledge.load())) {
      assertThat(target).isNotNull();
    }
  }
}
