package org.chancery.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of mappings, made worse. */
class MappingFuzzTest {
  private static final String BASE = "https://w3id.org/chancery/id/";

  @SuppressWarnings("NullAway") // JUnit sets it.
  @TempDir
  Path folder;

  /** What is read is read again as it was once it is written. */
  @Test
  void sets() {
    Fuzzer.feed(
        "sssom",
        input -> {
          String text = new String(input, java.nio.charset.StandardCharsets.UTF_8);
          MappingSet set = Sssom.read("a.tsv", text);
          String written = Sssom.write(set, "urn:a", BASE);
          assertThat(Sssom.write(Sssom.read("b.tsv", written), "urn:a", BASE))
              .as("written again")
              .isEqualTo(written);
          return Math.min(3, set.mappings().size());
        },
        "subject_id",
        "semapv:ManualMappingCuration",
        "skos:exactMatch",
        "Not",
        "#curie_map:\n#  a: b\n",
        "&a [*a]",
        "!!java.net.URL",
        "0.5");
  }

  /** The files in a store, and the graphs that are made from them. */
  @Test
  void linksets() {
    Path file = folder.resolve("wikidata.sssom.tsv");
    Linksets linksets = new Linksets(folder);
    Fuzzer.feed(
        "linkset",
        input -> {
          Files.write(file, input);
          Set<String> things =
              linksets.of("wikidata").mappings().stream()
                  .map(Mapping::subjectId)
                  .collect(Collectors.toSet());
          Linksets.Graphs graphs = linksets.graphs(things, BASE);
          graphs
              .quads()
              .forEach(quad -> assertThat(quad.isConcrete() && quad.getGraph().isURI()).isTrue());
          return graphs.quads().isEmpty() + " " + graphs.warnings().isEmpty();
        },
        "id:official/x",
        "skos:closeMatch",
        "owl:sameAs",
        "sssom:NoTermFound",
        "1.0");
  }
}
