package org.chancery.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chancery.ExitCode;
import org.chancery.Fixture;
import org.chancery.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private final Path folder;

  EvaluationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void figuresAreThoseCountedByHand() throws IOException {
    // The graph says of offices: two in a1, two in a3; of signing: four in a1, one in a3.
    gold(
        "a1",
        """
        # a comment
        holdsOffice	Jose Ombele	Minister for Foreign Affairs|the foreign minister of valdoria!	asserted	accents, case, article
        signs	Valdoria	*	asserted
        signs	Kestovia	River Accord	asserted	missed
        signs	Ana Lind|Lind	river*	optional	wildcard within
        signs	Estmark	River Accord	trap	denied
        signs	José Ombélé	River Accord	planned
        meetsWith	Ana Lind	Ombélé	asserted	the other way round
        says	Ombélé	The river joins us	asserted	first words
        hostedIn	*	Port Alder	asserted
        """);
    gold("a3", "visits\tOmbélé\tHallem\tasserted\t\n");
    gold("a9", "visits\tAna Lind\tHallem\tasserted\t\n");
    Files.writeString(folder.resolve("sources.tsv"), "not gold\n");

    Evaluation evaluation = evaluate();

    assertThat(evaluation.of(Relation.HOLDS_OFFICE)).isEqualTo(new Tally(1, 1, 1, 3, 0));
    assertThat(evaluation.of(Relation.SIGNS)).isEqualTo(new Tally(2, 1, 2, 3, 2));
    assertThat(evaluation.of(Relation.SIGNED_IN)).isEqualTo(Tally.NONE);
    assertThat(evaluation.of(Relation.SIGNED_ON)).isEqualTo(new Tally(0, 0, 0, 1, 0));
    assertThat(evaluation.of(Relation.HOSTED_IN)).isEqualTo(new Tally(1, 1, 1, 0, 0));
    assertThat(evaluation.of(Relation.MEETS_WITH)).isEqualTo(new Tally(1, 1, 1, 1, 0));
    assertThat(evaluation.of(Relation.VISITS)).isEqualTo(new Tally(2, 1, 1, 0, 0));
    assertThat(evaluation.of(Relation.SAYS)).isEqualTo(new Tally(1, 1, 1, 0, 0));
    assertThat(evaluation.missing()).containsExactly("a9");
    assertThat(evaluation.errors())
        .contains(
            "a1  FALSE (trap)  signs | [estmark] | [accord on river traffic, river accord]",
            "a1  FALSE  holdsOffice | [ana lind, lind] | [president, president of estmark]",
            "a1  MISSED  signs\tKestovia\tRiver Accord\tasserted\tmissed",
            "a9  MISSED  visits\tAna Lind\tHallem\tasserted\t");
  }

  @Test
  void tableEndsWithHeadlineAndAll() throws IOException {
    gold("a1", "signs\tValdoria\tRiver Accord\tasserted\t\nsigns\tEstmark\t*\ttrap\t\n");
    assertThat(evaluate().table())
        .startsWith("relation       gold  found  right  false  traps       P     R    F1\n")
        .contains("signs             1      1      1      3      1   0.250 1.000 0.400\n")
        .contains("signedIn          0      0      0      0      0       -     -     -\n")
        .contains("HEADLINE          1      1      1      6      1   0.143 1.000 0.250\n")
        .contains("ALL               1      1      1     13      1   0.071 1.000 0.133\n\n")
        .contains("95 % intervals (percentile bootstrap, articles: 1)\n")
        .contains("signs                    -             -             -\n")
        .endsWith("\nfalse assertions of planned or trap facts: 1 of 14 asserted, 7.1 %\n");
  }

  @Test
  void intervalsStandBelowTheFigures() throws IOException {
    gold("a1", "signs\tValdoria\tRiver Accord\tasserted\t\n");
    gold("a3", "signs\tHallem\tRiver Accord\tasserted\t\n");

    // Of a1 one fact in four is right, of a3 none is.
    assertThat(evaluate().table())
        .contains("signs             2      1      1      4      0   0.200 0.500 0.286\n")
        .contains("signs          0.000-0.250   0.000-1.000   0.000-0.400\n");
  }

  @Test
  void malformedGoldIsNamedWithFileAndLine() throws IOException {
    assertMalformed("# fine\nsigns\ta\tb\n", "a1.tsv:2: 3 columns, where at least 4");
    assertMalformed("sings\ta\tb\tasserted\t", "a1.tsv:1: \"sings\" is no relation.");
    assertMalformed("\nsigns\ta\tb\tassert\t", "a1.tsv:2: \"assert\" is none of asserted,");
    assertMalformed("signs\t\tb\tasserted\t", "a1.tsv:1: subject or object is empty.");
    Files.write(folder.resolve("a1.tsv"), "signs\té".getBytes(StandardCharsets.ISO_8859_1));
    assertFails(ExitCode.DATA, "a1.tsv is not in UTF-8.");
  }

  @Test
  void noGoldIsNoInput() {
    assertFails(ExitCode.NO_INPUT, " holds no gold");
    assertThatThrownBy(() -> GoldStandard.read(folder.resolve("none")))
        .hasMessageEndingWith("none is no folder of gold files.");
  }

  private void assertMalformed(String content, String message) throws IOException {
    gold("a1", content);
    assertFails(ExitCode.DATA, message);
  }

  private void assertFails(int exitCode, String message) {
    assertThatThrownBy(() -> GoldStandard.read(folder))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((UserException) e).exitCode())
        .isEqualTo(exitCode);
  }

  private void gold(String article, String lines) throws IOException {
    Files.writeString(folder.resolve(article + ".tsv"), lines);
  }

  private Evaluation evaluate() {
    GoldStandard gold = GoldStandard.read(folder);
    return Fixture.read(Fixture.dataset(), data -> Evaluation.of(data, gold));
  }
}
