package org.chancery.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chancery.Phrases;
import org.chancery.Sample;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Table;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who says what: the words without their marks, and the name of the speaker. */
class SpeechReaderTest {
  private static final String FEES = "We shall lower the fees this year";
  private static final String FLEET = "The fleet needs them to fall at once";

  @TestFactory
  Stream<DynamicTest> speechIsItsSpeakers() {
    return Phrases.of("speech").stream()
        .map(row -> dynamicTest(row.get("case"), () -> assertSpeech(row)));
  }

  private static void assertSpeech(Table.Row row) {
    List<String> expected =
        row.get("speech").equals("-") ? List.of() : List.of(row.get("speech").split(" \\| "));
    Map<String, String> read = speech(row.get("text").replace(" ¶ ", "\n\n") + "\n");
    assertThat(read).hasSize(expected.size());
    for (String line : expected) {
      String[] parts = line.split(": ", 2);
      assertThat(read)
          .anySatisfy(
              (words, speaker) -> {
                assertThat(words).startsWith(parts[1]);
                assertThat(speaker).isEqualTo(parts[0]);
              });
    }
  }

  @Test
  void speakerStandsBeforeTheVerb() {
    assertSays("\"" + FEES + ",\" Energy Minister Maria Strand said.", FEES, "Maria Strand");
  }

  @Test
  void speakerStandsBehindTheVerb() {
    assertSays("“" + FEES + ",” said Energy Minister Maria Strand.", FEES, "Maria Strand");
  }

  @Test
  void speakerStandsBeforeTheWords() {
    assertSays("Energy Minister Maria Strand said: \"" + FEES + ".\"", FEES + ".", "Maria Strand");
  }

  @Test
  void pronounStandsForTheSpeaker() {
    assertSays(
        "Energy Minister Maria Strand met shipowners. \"" + FEES + ",\" she said.",
        FEES,
        "Maria Strand");
  }

  @Test
  void surnameStandsForTheSpeaker() {
    assertSays(
        "Energy Minister Maria Strand met Finance Minister Peter Okoro. \""
            + FEES
            + ",\" Okoro said.",
        FEES,
        "Peter Okoro");
  }

  @Test
  void postStandsForTheSpeaker() {
    assertSays(
        "Energy Minister Maria Strand met shipowners. \"" + FEES + ",\" said the energy minister.",
        FEES,
        "Maria Strand");
  }

  @Test
  void speechGoesOnBehindItsTag() {
    assertThat(
            speech(
                "Energy Minister Maria Strand met shipowners. \"%s,\" she said. \"%s.\""
                    .formatted(FEES, FLEET)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(FEES, "Maria Strand", FLEET + ".", "Maria Strand"));
  }

  @Test
  void speechGoesOnInTheNextParagraph() {
    assertThat(
            speech(
                "“%s,” Energy Minister Maria Strand told reporters.\n\n“%s.”\n\nFees fell."
                    .formatted(FEES, FLEET)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(FEES, "Maria Strand", FLEET + ".", "Maria Strand"));
  }

  @Test
  void speechEndsWhereTheTextTellsSomethingElse() {
    assertSays(
        "“%s,” Energy Minister Maria Strand said.\n\nShipowners disagreed.\n\n“%s.”"
            .formatted(FEES, FLEET),
        FEES,
        "Maria Strand");
  }

  @Test
  void twoSpeakersInOneSentenceKeepTheirWords() {
    assertThat(
            speech(
                "\"%s,\" Energy Minister Maria Strand said, while Finance Minister Peter Okoro warned, \"%s.\""
                    .formatted(FEES, FLEET)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(FEES, "Maria Strand", FLEET + ".", "Peter Okoro"));
  }

  @Test
  void lostClosingMarkEndsTheSpeechWithItsParagraph() {
    assertSays(
        "Energy Minister Maria Strand said: \"" + FEES + ".\n\nShipowners cheered.",
        FEES + ".",
        "Maria Strand");
  }

  @Test
  void fewWordsAreNoQuotation() {
    assertThat(speech("\"Fees fall,\" said Energy Minister Maria Strand.")).isEmpty();
  }

  @Test
  void unnamedSpeakerIsNoSpeaker() {
    assertThat(speech("\"" + FEES + ",\" a fisherman said.")).isEmpty();
  }

  @Test
  void wordsOnABannerAreNobodys() {
    assertThat(
            speech("A banner read \"lower the fees for the fleet\" behind Minister Maria Strand."))
        .isEmpty();
  }

  private static void assertSays(String text, String words, String speaker) {
    assertThat(speech(text)).containsExactlyEntriesOf(Map.of(words, speaker));
  }

  private static Map<String, String> speech(String text) {
    Sample sample = Sample.of(text);
    Map<String, String> speech = new TreeMap<>();
    for (Claim claim : sample.reading().claims()) {
      if (claim.predicate() == Predicate.SPEAKER
          && claim.object() instanceof Argument.Thing speaker
          && sample.reading().referent(claim.subject()).orElseThrow()
              instanceof Referent.Quotation quotation) {
        speech.put(quotation.words(), sample.name(speaker.key()));
      }
    }
    return speech;
  }
}
