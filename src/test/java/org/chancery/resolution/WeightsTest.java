package org.chancery.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsTest {
  private static final String LIMITS =
      "of\tevidence\tweight\tsays\ncity\tmerge-from\t4\t-\ncity\tnear-from\t2\t-\ncity\tlead\t1\t-\n";

  @Test
  void aSurnameAndACountryAreNotEnough() {
    Weights weights = Weights.of(EntityType.OFFICIAL);
    assertThat(weights.require(Evidence.NAME_SURNAME).points())
        .isLessThan(weights.limits().mergeFrom());
    assertThat(
            weights.require(Evidence.NAME_SURNAME).points()
                + weights.require(Evidence.SAME_SERVICE).points())
        .isLessThan(weights.limits().mergeFrom());
    assertThat(weights.require(Evidence.NAME_FULL).points())
        .isGreaterThanOrEqualTo(weights.limits().mergeFrom());
  }

  @Test
  void everyRowHasWords() {
    for (EntityType type : Weights.read().keySet()) {
      Weights.of(type)
          .rows()
          .values()
          .forEach(row -> assertThat(row.says()).as(type + " " + row.evidence()).isNotBlank());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "city same-nose 1 - | own.tsv, line 5: \"same-nose\" is no evidence",
        "city same-name much - | own.tsv, line 5: \"much\" is no weight; write a number or veto",
        "city lead 1 - | own.tsv, line 5: \"lead\" stands there already for city",
        "office same-title 1 - | own.tsv: office needs a row for each of [lead, merge-from,"
            + " near-from]",
      })
  void aMalformedRowIsNamed(String row, String message) {
    assertThatThrownBy(() -> read(LIMITS + row.replace(' ', '\t') + "\n"))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIG))
        .hasMessage(message);
  }

  private static void read(String text) throws IOException {
    Weights.read(Table.read("own.tsv", new BufferedReader(new StringReader(text))));
  }
}
