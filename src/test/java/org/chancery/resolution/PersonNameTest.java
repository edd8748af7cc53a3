package org.chancery.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.resolution.PersonName.Likeness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Nilza Tavora | Nilza Tavora | FULL",
        "Nilza P. Tavora | Nilza Tavora | FULL",
        "Nilza P. Tavora | Nilza Pereira Tavora | FULL",
        "NILZA TÁVORA | Nilza Tavora | FULL",
        "Tomas \"Tom\" Bule | Tomas Bule | FULL",
        "Tomas (Tom) Bule | Tomas Bule | FULL",
        "Tomas 'Tom' Bule | Tomas Bule | FULL",
        "Tomas Bule Jr. | Tomas Bule | PARTIAL",
        "Abdul-Karim Al Bule | Abdulkarim al-Bule | FULL",
        "Sergei Bule | Sergey Bule | VARIANT",
        "Mohammed Bule | Muhamad Bule | VARIANT",
        "Bule Tomas | Tomas Bule | TURNED",
        "Bill Bule | William Bule | FAMILIAR",
        "Bill Bule | Will Bule | FAMILIAR",
        "Tony P. Bule | Anthony Bule | FAMILIAR",
        "Bob Bule | Robert Bule Lima | FAMILIAR",
        "Youssef Bule | Yusuf Bule | FAMILIAR",
        "Patrick Bule | Patricia Bule | NONE",
        "Bill Bule | William Lima | NONE",
        "Bill Bule Jr. | William Bule Sr. | NONE",
        "al-Bule | Karim al-Bule | SURNAME",
        "Tomas Bule Jr. | Tomas Bule Sr. | NONE",
        "Tomas A. Bule | Tomas B. Bule | NONE",
        "Tomas A. B. Bule | Tomas A. Bule | NONE",
        "Nilza Tavora | Nilza Pereira Tavora | PARTIAL",
        "Nilza Tavora | Nilza Tavora Lima | PARTIAL",
        "N. Tavora | Nilza Tavora | PARTIAL",
        "Nilza Carla Tavora | Nilza Pereira Tavora | NONE",
        "Nilza Tavora | Carla Tavora | NONE",
        "Nilza Tavora | Nilza Lima | NONE",
        "Tavora | Nilza Tavora | SURNAME",
        "Pereira Tavora | Nilza Pereira Tavora | SURNAME",
        "Tavora | Tavora | SURNAME",
        "Tavora | Tavares | NONE",
      })
  void namesGoAsFarAsTheyAgree(String one, String two, Likeness expected) {
    assertThat(PersonName.of(one).likeness(PersonName.of(two))).isEqualTo(expected);
    assertThat(PersonName.of(two).likeness(PersonName.of(one))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Nilza P. Tavora, Nilza Tavora",
    "Nilza Tavora, Nilza Tavora Lima",
    "N. Tavora, Nilza Tavora",
    "Bill Tavora, William P. Tavora",
    "Bill Tavora, Will Tavora",
    "Tomas A. Bule Jr., Tomas Bule",
  })
  void likeNamesShareABlock(String one, String two) {
    assertThat(PersonName.of(one).blocks()).containsAnyElementsOf(PersonName.of(two).blocks());
  }
}
