package org.chancery.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.chancery.fuzz.Fuzzer;
import org.chancery.ontology.Chy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of decisions, made worse. */
class CurationFuzzTest {
  @SuppressWarnings("NullAway") // JUnit sets it.
  @TempDir
  Path folder;

  @Test
  void decisions() {
    Path file = folder.resolve("curation.tsv");
    Fuzzer.feed(
        "curation",
        input -> {
          Files.write(file, input);
          Curation read = Curation.read(file, Chy.DEFAULT_BASE);
          read.decisions().forEach(decision -> assertThat(decision.place()).isNotEmpty());
          return Math.min(5, read.decisions().size());
        },
        "same ",
        "different ",
        "reject ",
        "rename ",
        "id:official/",
        "https://w3id.org/chancery/id/",
        "chy:signs",
        "<",
        ">@a",
        "\\\"");
  }
}
