package org.chancery.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.chancery.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gold files, made worse. */
class GoldFuzzTest {
  @SuppressWarnings("NullAway") // JUnit sets it.
  @TempDir
  Path folder;

  @Test
  void facts() {
    Path file = folder.resolve("a.tsv");
    Fuzzer.feed(
        "gold",
        input -> {
          Files.write(file, input);
          List<GoldFact> facts = GoldStandard.read(folder).articles().getOrDefault("a", List.of());
          for (GoldFact fact : facts) {
            if (fact.subjects().isEmpty() || fact.objects().isEmpty()) {
              throw new AssertionError("a line without names");
            }
            fact.covers(new SaidFact(fact.relation(), Set.of("aaaaaaaaaaaaaaaaaaaa"), Set.of("b")));
          }
          return Math.min(3, facts.size());
        },
        "holdsOffice",
        "signs",
        "says",
        "meetsWith",
        "asserted",
        "trap",
        "|",
        "*a*");
  }

  @Test
  void clusters() {
    Path file = folder.resolve(IdentityGold.CLUSTERS);
    Fuzzer.feed(
        "clusters",
        input -> {
          Files.write(file, input);
          return Math.min(3, IdentityGold.find(folder).orElseThrow().rows().size());
        },
        "official",
        "COUNTRY",
        "meeting");
  }
}
