package org.chancery.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.article.Span;
import org.junit.jupiter.api.Test;

class QuoteFinderTest {
  @Test
  void straightMarksOpenAndClose() {
    assertQuotes("\"Fees fall,\" she said. \"Now.\"", "Fees fall", "Now.");
  }

  @Test
  void curlyMarksOpenAndClose() {
    assertQuotes("“Fees fall,” she said. “Now.”", "Fees fall", "Now.");
  }

  @Test
  void apostrophesAreNoMarks() {
    assertQuotes("The minister's ‘fees’ fell by 5' and rose.");
  }

  @Test
  void quotationEndsWithItsParagraphIfTheMarkIsLost() {
    String text = "She said: \"Fees fall.\n\nThe fleet cheered.";
    assertQuotes(text, "Fees fall.");
    assertThat(find(text)).singleElement().matches(quoted -> !quoted.closed());
  }

  @Test
  void newOpeningMarkEndsAnOpenQuotation() {
    assertQuotes("“Fees fall.\n\n“The fleet cheers.”", "Fees fall.", "The fleet cheers.");
  }

  @Test
  void marksStandOutsideTheWords() {
    String text = "Then “fees fall,” she said.";
    QuoteFinder.Quoted quoted = find(text).get(0);
    assertThat(quoted.whole().of(text)).isEqualTo("“fees fall,”");
    assertThat(quoted.words().of(text)).isEqualTo("fees fall");
    assertThat(quoted.closed()).isTrue();
  }

  @Test
  void singleMarksQuoteSentences() {
    assertQuotes("'The fees will fall,' she said.", "The fees will fall");
    assertQuotes("‘The fleet’s fees will fall,’ she said.", "The fleet’s fees will fall");
  }

  @Test
  void possessivesCloseNothing() {
    assertQuotes("She met 'the ministers' aides and the envoys' wives in Riga.");
  }

  @Test
  void singleMarksWithinDoubleOnesQuoteNoMore() {
    assertQuotes(
        "“He said ‘the fees will fall’ twice,” she said.", "He said ‘the fees will fall’ twice");
  }

  @Test
  void angleAndDoubledMarksQuote() {
    assertQuotes("«Fees fall», she said. ``Fees rise,'' he said.", "Fees fall", "Fees rise");
  }

  @Test
  void pairWithinAPairIsPartOfIt() {
    assertQuotes("“The “Free Fees” act fell,” she said.", "The “Free Fees” act fell");
  }

  @Test
  void lostOpeningMarkLeavesTheSentence() {
    assertQuotes("Fees rose. The fleet is gone,\" she said. \"Now.\"", "The fleet is gone", "Now.");
  }

  @Test
  void speechLeftOpenGoesOnInTheNextParagraph() {
    String text = "“Fees fall. Fees rise.\n\nIt is late. The fleet is gone,” she said.";
    int next = text.indexOf("It is");
    assertThat(
            QuoteFinder.find(text, List.of(new Span(0, next - 2), new Span(next, text.length()))))
        .extracting(quoted -> quoted.words().of(text))
        .containsExactly("Fees fall. Fees rise.", "It is late. The fleet is gone");
  }

  @Test
  void wordsWithACapitalAndAnEndAreASentence() {
    assertThat(find("“The fees fall,” she said of “the Fees Act” at noon."))
        .extracting(QuoteFinder.Quoted::sentence)
        .containsExactly(true, false);
  }

  @Test
  void emptyMarksQuoteNothing() {
    assertQuotes("She said “” and left.");
  }

  @Test
  void onlyTheZoneIsLookedAt() {
    String text = "“Fees fall” and “fees rise”";
    assertThat(QuoteFinder.find(text, new Span(12, text.length())))
        .extracting(quoted -> quoted.words().of(text))
        .containsExactly("fees rise");
  }

  private static void assertQuotes(String text, String... words) {
    assertThat(find(text)).extracting(quoted -> quoted.words().of(text)).containsExactly(words);
  }

  private static List<QuoteFinder.Quoted> find(String text) {
    return QuoteFinder.find(text, new Span(0, text.length()));
  }
}
