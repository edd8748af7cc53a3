package org.chancery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.chancery.ontology.Table;

/** The tables of sentences in {@code src/test/resources/phrases/}. */
public final class Phrases {
  private Phrases() {}

  public static List<Table.Row> of(String table) {
    String name = "/phrases/" + table + ".tsv";
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8))) {
      return Table.read(name, lines).rows();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
