package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chancery.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why sentences are read as they are, by the command. */
class ExplainCommandTest {
  private static final String SIGNED =
      "Foreign Minister Ana Wolff of Norway signed the Fjord Treaty in Oslo.";

  private final Path folder;
  private final Path store;

  ExplainCommandTest(@TempDir Path folder) {
    this.folder = folder;
    this.store = folder.resolve("store");
  }

  @Test
  void firedRuleIsNamedWithItsWordsAndItsClaim() {
    assertThat(sentence(SIGNED))
        .contains("body [0, " + SIGNED.length() + "): " + SIGNED)
        .contains("  mention  AGREEMENT    Fjord Treaty\n")
        .contains("  rule     sign-active, for signs\n")
        .contains("    event    \"signed\"\n    object   \"Fjord Treaty\" = Fjord Treaty\n")
        .contains("    status   Asserted\n")
        .contains("  claim    Ana Wolff signs Fjord Treaty: Asserted, by sign-active\n")
        .contains("nsubj(signed-");
  }

  @Test
  void ruleWithoutPatternIsNamedWithWhatItConcludes() {
    assertThat(sentence(SIGNED))
        .contains(
            "  rule     office-phrase, for holdsOffice and represents and officeOf\n"
                + "    A person who is named with the phrase of an office holds it,")
        .contains(": Asserted, by office-phrase\n");
  }

  @Test
  void modalThatMakesAPlanIsNamed() {
    assertThat(sentence("Norway and Ghana will sign the Fjord Treaty in Oslo."))
        .contains("    status   Planned: \"will\" (modal) at \"sign\"\n")
        .contains("  claim    Norway signs Fjord Treaty: Planned, by sign-active\n");
  }

  @Test
  void negationIsNamed() {
    assertThat(sentence("Norway and Ghana never signed the Fjord Treaty."))
        .contains("    status   Denied: \"never\" (negation) at \"signed\"\n");
  }

  @Test
  void governorIsNamedWithTheWayToIt() {
    assertThat(sentence("Trade Minister Ana Wolff urged Ghana to sign the Fjord Treaty."))
        .contains("    status   Possible: \"urge\" (governor) at \"sign\" <xcomp< \"urged\"\n");
  }

  @Test
  void nearMissNamesTheMissingNode() {
    assertThat(sentence("Trade Minister Ana Wolff signed the guest book in Oslo."))
        .contains("  near     sign-active, for signs\n    no object: \"book\", O, is not what")
        .contains("\"signed\" asks for: >obj {ner:AGREEMENT}\n");
  }

  @Test
  void nearMissNamesTheWordThatIsNotThere() {
    assertThat(sentence("Trade Minister Ana Wolff signed in Oslo on Monday."))
        .contains("    no object: \"signed\" has no >obj {ner:AGREEMENT}\n");
  }

  @Test
  void pronounOfNobodyIsUnsure() {
    assertThat(sentence("She signed the Fjord Treaty in Oslo."))
        .contains("    no claim: unsure what the subject stands for\n");
  }

  @Test
  void signatureRefusesATypeByName() {
    assertThat(sentence("Norway met Ghana in Oslo."))
        .contains("    no claim: the signature takes no Country as subject, only ");
  }

  @Test
  void sentenceWithoutATriggerIsNotParsed() {
    assertThat(sentence("Rain fell all night."))
        .contains("  not parsed: no trigger word:")
        .contains("  no claim\n")
        .doesNotContain("  parse ");
  }

  @Test
  void dayOfPublicationAnchorsDays() {
    CommandRun run =
        CommandRun.of(
            "explain",
            "--sentence",
            "Norway and Ghana signed the Fjord Treaty on Monday.",
            "--published",
            "2031-05-07");

    assertThat(run.output()).contains("Fjord Treaty signedOn 2031-05-05: Asserted");
  }

  @Test
  void claimIsFoundByIriByPlaceAndByFact() throws IOException {
    Path article = Files.writeString(folder.resolve("fjord.txt"), SIGNED + "\n");
    assertThat(CommandRun.of("build", article, "--store", store).exitCode()).isEqualTo(ExitCode.OK);

    CommandRun fact = explain("--subject", "Wolff", "--relation", "signs");
    String iri = fact.output().replaceFirst("(?s)claim <([^>]+)>.*", "$1");
    String local = "id:" + iri.replaceFirst(".*/id/", "");

    assertThat(fact.output())
        .contains("  subject     Ana Wolff <https://w3id.org/chancery/id/official/ana-wolff>\n")
        .contains(
            "  predicate   signs\n", "  status      Asserted\n", "  rule        sign-active\n")
        .containsPattern("evidence    fjord \\[0, \\d+\\): \"Foreign Minister Ana Wolff");
    assertThat(explain(iri).output()).isEqualTo(fact.output());
    assertThat(explain(local).output()).isEqualTo(fact.output());
    assertThat(explain("id:official/ana-wolff").output()).contains(fact.output());
    assertThat(explain("fjord", "--at", "3").output()).contains(fact.output());
    assertThat(explain("fjords", "--at", "3").messages())
        .containsExactly(
            "%s has no article \"fjords\". Did you mean fjord? ./chancery status lists them all."
                .formatted(store));
    assertThat(explain("fjord", "--at", "9999").messages())
        .singleElement()
        .asString()
        .startsWith("No claim of article \"fjord\" rests on character 9999.");
    CommandRun sings = explain("--relation", "sings");
    assertThat(sings.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(sings.messages())
        .singleElement()
        .asString()
        .startsWith("--relation sings: did you mean signs? There are ");
    assertThat(explain("--subject", "Wolff", "--relation", " Signs ").output())
        .isEqualTo(fact.output());
    assertThat(explain(local, "--source", article).output())
        .startsWith(fact.output())
        .contains("  rule     sign-active, for signs\n");
  }

  @Test
  void changedOrMissingSourceIsSaid() throws IOException {
    Path article = Files.writeString(folder.resolve("fjord.txt"), SIGNED + "\n");
    CommandRun.of("build", article, "--store", store);
    Files.writeString(article, SIGNED + "\n\n");
    Path other = Files.writeString(folder.resolve("other.txt"), SIGNED + "\n");

    assertThat(explain("--relation", "signs", "--source", article).messages())
        .containsExactly("fjord has changed since the store was built. Build it anew.");
    assertThat(explain("--relation", "signs", "--source", other).messages())
        .containsExactly("--source has no article fjord.");
    assertThat(explain("id:claim/none").exitCode()).isEqualTo(ExitCode.NO_INPUT);
  }

  @Test
  void nothingOrTooMuchToExplainIsRefused() {
    assertThat(CommandRun.of("explain").messages())
        .singleElement()
        .asString()
        .startsWith("Explain what?");
    assertThat(CommandRun.of("explain", "id:claim/1", "--sentence", SIGNED).exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.of("explain", "--sentence", " ").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  private CommandRun explain(Object... arguments) {
    List<Object> words = new ArrayList<>(List.of(arguments));
    words.add(0, "explain");
    words.addAll(1, List.of("--store", store));
    return CommandRun.of(words.toArray());
  }

  private static String sentence(String text) {
    CommandRun run = CommandRun.of("explain", "--sentence", text);
    assertThat(run.messages()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    return run.output();
  }
}
