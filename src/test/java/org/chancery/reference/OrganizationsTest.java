package org.chancery.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationsTest {
  private static final Organizations ORGANIZATIONS = Organizations.load(Countries.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UN | united-nations",
        "U.N. | united-nations",
        "U.N. Security Council | un-security-council",
        "UN Refugee Agency | unhcr",
        "Office of the United Nations High Commissioner for Refugees | unhcr",
        "European Union | european-union",
        "EU | european-union",
        "NATO | nato",
        "Organization of American States | oas",
        "Organisation for Economic Co-operation and Development | oecd",
        "Organisation for Economic Co - operation and Development | oecd",
        "African Union | african-union",
        "Gulf Cooperation Council | gcc",
        "INTERPOL | interpol",
        "World Food Program | wfp",
        "Médecins Sans Frontières | msf",
        "Medecins sans Frontieres | ",
        "G7 | g7",
        "G-20 | g20",
      })
  void anOrganizationIsFoundByItsNames(String words, String id) {
    assertThat(reading(words)).isEqualTo(id == null ? "nothing" : id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "State Department | US",
        "U.S. Department of State | US",
        "Pentagon | US",
        "Foreign Office | GB",
        "Foreign , Commonwealth and Development Office | GB",
        "Quai d'Orsay | FR",
        "Bundestag | DE",
        "Knesset | IL",
        "Duma | RU",
        "Global Affairs Canada | CA",
        "Lok Sabha | IN",
      })
  void anInstitutionBelongsToItsCountry(String words, String country) {
    assertThat(ORGANIZATIONS.at(Arrays.asList(words.split(" ")), 0))
        .get()
        .satisfies(
            match -> {
              assertThat(match.tokens()).isEqualTo(words.split(" ").length);
              assertThat(match.only().flatMap(KnownOrganization::country)).contains(country);
            });
  }

  @Test
  void anOrganizationInsideALongerNameIsNotMet() {
    List<String> tokens = List.of("the", "United", "Nations", "Security", "Council", "met");
    assertThat(ORGANIZATIONS.at(tokens, 1)).map(Organizations.Match::tokens).contains(4);
    assertThat(ORGANIZATIONS.at(tokens, 3)).isEmpty();
  }

  @Test
  void whatSeveralCountriesCallTheSameIsNotMet() {
    assertThat(reading("Congress")).isEqualTo("nothing");
    assertThat(reading("Ministry of Defense")).isEqualTo("nothing");
  }

  private static String reading(String words) {
    List<String> tokens = Arrays.asList(words.split(" "));
    return ORGANIZATIONS
        .at(tokens, 0)
        .filter(match -> match.tokens() == tokens.size())
        .flatMap(Organizations.Match::only)
        .map(KnownOrganization::id)
        .orElse("nothing");
  }
}
