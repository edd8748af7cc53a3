package org.chancery.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  private static final Reference REFERENCE = Reference.load();

  @Test
  void theLongestNameOfAnyTableCounts() {
    assertThat(names("PORT - AU - PRINCE , Haiti : the Organization of American States met"))
        .containsExactly("PORT - AU - PRINCE", "Haiti", "Organization of American States");
  }

  @Test
  void noCityIsFoundInsideACountry() {
    assertThat(names("Ghana and Guinea - Bissau signed"))
        .containsExactly("Ghana", "Guinea - Bissau");
  }

  @Test
  void aNameThatOnlyLooksLikeACountryIsSkippedWhole() {
    assertThat(names("from New Mexico to Norway")).containsExactly("Norway");
  }

  @Test
  void aSharedNameIsFoundInEachTable() {
    Reference.Found oslo = REFERENCE.in(List.of("to", "Oslo", ".")).get(0);
    assertThat(oslo.start()).isEqualTo(1);
    assertThat(oslo.end()).isEqualTo(2);
    assertThat(oslo.country()).map(Countries.Match::kind).contains(Countries.Kind.CAPITAL);
    assertThat(oslo.city()).map(match -> match.first().country()).contains("NO");
    assertThat(oslo.organization()).isEmpty();
  }

  private static List<String> names(String words) {
    List<String> tokens = Arrays.asList(words.split(" "));
    return REFERENCE.in(tokens).stream()
        .map(found -> String.join(" ", tokens.subList(found.start(), found.end())))
        .toList();
  }
}
