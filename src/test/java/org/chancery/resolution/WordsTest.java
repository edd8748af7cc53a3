package org.chancery.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Lagoon Commission | lagoon commission",
        "Tomás Bulé | tomas bule",
        "Rolf Ærø-Smith | rolf aero smith",
        "Nilza D’Ávila | nilza davila",
        "Ports & Harbours | ports and harbours",
        "U.S. Harbour Office | us harbour office",
        "İpek ILGAZ | ipek ilgaz",
        "Владимир Йода | владимир йода",
      })
  void foldsWhatWritersVary(String name, String key) {
    assertThat(Words.key(name)).isEqualTo(key);
  }

  @Test
  void composedAndDecomposedLettersAreOne() {
    String composed = "Müñoz 김";
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo(composed);
    assertThat(Words.key(decomposed)).isEqualTo(Words.key(composed));
  }

  @Test
  void softHyphensAndJoinersDoNotCount() {
    assertThat(Words.key("La\u00adgoon\u200d")).isEqualTo("lagoon");
  }

  @Test
  void slugsArePlainOrPercentEncoded() {
    assertThat(Slug.of("Nilza Távora")).isEqualTo("nilza-tavora");
    assertThat(Slug.of("Йода")).isEqualTo("%D0%B9%D0%BE%D0%B4%D0%B0");
    assertThat(Slug.of("?!")).matches("x[0-9a-f]{8}");
  }

  @Test
  void longSlugsEndAtAWord() {
    assertThat(Slug.of("harbour ".repeat(30))).hasSize(79).endsWith("-harbour");
    assertThat(Slug.of("🚢x".repeat(200))).doesNotContain("%3F");
  }

  @Test
  void articleNamesSurviveAnyCharacter() {
    Iris iris = new Iris("https://example.org/id/");
    assertThat(iris.article("a_b-1.x")).isEqualTo("https://example.org/id/article/a_b-1.x");
    assertThat(iris.article("a b/<é>\n%"))
        .isEqualTo("https://example.org/id/article/a%20b%2F%3C%C3%A9%3E%0A%25");
    assertThat(iris.article("..")).isEqualTo("https://example.org/id/article/%2E%2E");
  }
}
