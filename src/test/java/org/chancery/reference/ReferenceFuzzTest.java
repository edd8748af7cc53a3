package org.chancery.reference;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chancery.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;

/** Tables of reference, made worse. */
class ReferenceFuzzTest {
  @Test
  void tables() {
    Fuzzer.feed(
        "reference",
        input ->
            Table.read(
                    "a.tsv",
                    new StringReader(new String(input, StandardCharsets.UTF_8)),
                    List.of("code", "name", "forms", "known", "count"),
                    row ->
                        row.matching(0, "[A-Z]{2}")
                            + row.optional(1)
                            + row.list(2)
                            + row.yes(3)
                            + row.number(4, Long::valueOf))
                .size(),
        "yes",
        "no",
        "|");
  }
}
