package org.chancery.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.Seeds;
import org.chancery.SyntheticNews;
import org.chancery.article.Article;
import org.chancery.article.Span;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Referent;
import org.chancery.claims.Story;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.junit.jupiter.api.Test;

class ReadingCodecTest {
  @Test
  void seedsComeBackAsTheyWere() throws IOException {
    for (ArticleReading reading : Seeds.readings()) {
      assertComesBack(reading);
    }
  }

  @Test
  void inventedReadingsComeBackAsTheyWere() throws IOException {
    SyntheticNews news = new SyntheticNews(7, 200);
    for (int article = 0; article < 200; article++) {
      assertComesBack(news.reading(article));
    }
  }

  @Test
  void everyKindOfReferentComesBack() throws IOException {
    assertComesBack(
        Story.of("a-1", "Mira Lund spoke: “Ports matter.” Ünï 𝔘 end.")
            .title("Ünï 𝔘")
            .published("2031-05-05")
            .country("is", "IS", "Iceland", "ICELAND", "Island")
            .official("mira", "Mira Lund", "M. Lund")
            .office("envoy", "envoy of Iceland", "Envoy", "is")
            .office("free", "chair", "Chair", "")
            .city("oslo", "NO", 3143244, "Oslo")
            .city("somewhere", "", "Springfield")
            .organization("union", "", "Union of Ports", "UP")
            .place("canal", "PA", "Canal")
            .topic("fish", "fish")
            .agreement("pact", "Reef Pact", true, "2031-05-03", "is", "mira")
            .agreement("deal", "deal", false, "")
            .meeting("talks", "talks", false, "0900-02-28", "oslo", "mira")
            .quotation("q", "Ports matter.")
            .says("q", Predicate.SPEAKER, "mira", Status.POSSIBLE, "Mira Lund spoke", "Ports")
            .saysActing("mira", "envoy", "Mira")
            .saysDay("pact", Predicate.SIGNED_ON, "2031-05-03", Status.DENIED, "Ünï 𝔘")
            .reading());
  }

  @Test
  void halfACharacterComesBackAsHalfACharacter() throws IOException {
    String odd = "a\ud800b \udc00 \ud83d\ude00 end";
    Article article =
        new Article(
            "odd", odd, "0", List.of(), Optional.of("\udfff"), Optional.empty(), Optional.empty());
    Referent quotation = new Referent.Quotation("q", "other\ud801", new Span(0, 3));
    assertComesBack(
        new ArticleReading(
            article, Map.of("q", quotation), List.of(), List.of(new Span(2, 4), new Span(0, 1))));
  }

  @Test
  void cutOffRecordIsNoRecord() {
    byte[] bytes = ReadingCodec.encode(Seeds.readings().get(0));
    for (int length = 0; length < bytes.length; length += 97) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> ReadingCodec.decode(cut)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void anotherFormatIsRefused() {
    byte[] bytes = ReadingCodec.encode(Seeds.readings().get(0));
    bytes[0]++;
    assertThatThrownBy(() -> ReadingCodec.decode(bytes))
        .isInstanceOf(IOException.class)
        .hasMessage("format " + (ReadingCodec.FORMAT + 1));
  }

  private static void assertComesBack(ArticleReading reading) throws IOException {
    ArticleReading back = ReadingCodec.decode(ReadingCodec.encode(reading));

    assertThat(back).isEqualTo(reading);
    assertThat(back.toString()).isEqualTo(reading.toString());
  }
}
