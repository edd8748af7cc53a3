package org.chancery.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chancery.reference.Countries.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {
  private static final Countries COUNTRIES = Countries.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AE | United Arab Emirates | Emirati | Abu Dhabi",
        "AF | Afghanistan | Afghan | Kabul",
        "AL | Albania | Albanians | Tirana",
        "AO | Angola | Angolan | Luanda",
        "AR | Argentina | Argentine | Buenos Aires",
        "AT | Austria | Austrian | Vienna",
        "AU | Australia | Australians | Canberra",
        "BA | Bosnia and Herzegovina | Bosnian | Sarajevo",
        "BD | Bangladesh | Bangladeshi | Dhaka",
        "BE | Belgium | Belgian | Brussels",
        "BF | Burkina Faso | Burkinabe | Ouagadougou",
        "BG | Bulgaria | Bulgarian | Sofia",
        "BO | Bolivia | Bolivian | Sucre",
        "BR | Brazil | Brazilians | Brasília",
        "BT | Bhutan | Bhutanese | Thimphu",
        "BW | Botswana | Batswana | Gaborone",
        "CA | Canada | Canadian | Ottawa",
        "CF | Central African Republic | Central African | Bangui",
        "CH | Switzerland | Swiss | Bern",
        "CI | Côte d'Ivoire | Ivorian | Yamoussoukro",
        "CL | Chile | Chilean | Santiago",
        "CN | China | Chinese | Beijing",
        "CY | Cyprus | Cypriots | Nicosia",
        "CZ | Czechia | Czech | Prague",
        "DE | Germany | Germans | Berlin",
        "DK | Denmark | Danish | Copenhagen",
        "DZ | Algeria | Algerian | Algiers",
        "EE | Estonia | Estonian | Tallinn",
        "EG | Egypt | Egyptian | Cairo",
        "ES | Spain | Spaniards | Madrid",
        "ET | Ethiopia | Ethiopian | Addis Ababa",
        "FI | Finland | Finnish | Helsinki",
        "FJ | Fiji | Fijian | Suva",
        "FM | Micronesia | Micronesian | Palikir",
        "FR | France | French | Paris",
        "GB | United Kingdom | Britons | London",
        "GE | Georgia | Georgian | Tbilisi",
        "GH | Ghana | Ghanaian | Accra",
        "GR | Greece | Greek | Athens",
        "HU | Hungary | Hungarian | Budapest",
        "IE | Ireland | Irish | Dublin",
        "IN | India | Indians | New Delhi",
        "IS | Iceland | Icelandic | Reykjavík",
        "JM | Jamaica | Jamaican | Kingston",
        "JP | Japan | Japanese | Tokyo",
        "KE | Kenya | Kenyan | Nairobi",
        "KG | Kyrgyzstan | Kyrgyz | Bishkek",
        "KP | North Korea | North Korean | Pyongyang",
        "KR | South Korea | South Koreans | Seoul",
        "KZ | Kazakhstan | Kazakh | Astana",
        "LK | Sri Lanka | Sri Lankan | Colombo",
        "LS | Lesotho | Basotho | Maseru",
        "MA | Morocco | Moroccan | Rabat",
        "MG | Madagascar | Malagasy | Antananarivo",
        "MM | Myanmar | Burmese | Naypyidaw",
        "MN | Mongolia | Mongolian | Ulaanbaatar",
        "NA | Namibia | Namibian | Windhoek",
        "NE | Niger | Nigerien | Niamey",
        "NG | Nigeria | Nigerian | Abuja",
        "NL | Netherlands | Dutch | Amsterdam",
        "NO | Norway | Norwegian | Oslo",
        "NP | Nepal | Nepali | Kathmandu",
        "NZ | New Zealand | New Zealanders | Wellington",
        "PG | Papua New Guinea | Papua New Guinean | Port Moresby",
        "PH | Philippines | Filipino | Manila",
        "PL | Poland | Polish | Warsaw",
        "PT | Portugal | Portuguese | Lisbon",
        "RS | Serbia | Serbs | Belgrade",
        "SE | Sweden | Swedes | Stockholm",
        "SS | South Sudan | South Sudanese | Juba",
        "TH | Thailand | Thai | Bangkok",
        "TN | Tunisia | Tunisian | Tunis",
        "TR | Turkey | Turkish | Ankara",
        "US | United States | Americans | Washington",
        "VN | Vietnam | Vietnamese | Hanoi",
        "XK | Kosovo | Kosovar | Pristina",
        "ZA | South Africa | South African | Pretoria",
      })
  void aCountryIsKnownByCodeNameDemonymAndCapital(
      String code, String name, String demonym, String capital) {
    assertThat(COUNTRIES.byCode(code)).map(Country::name).contains(name);
    assertThat(reading(name)).isEqualTo("NAME " + code);
    assertThat(reading(demonym)).isEqualTo("DEMONYM " + code);
    assertThat(reading(capital)).isEqualTo("CAPITAL " + code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "U.S. | US",
        "US | US",
        "U.K. | GB",
        "Britain | GB",
        "UAE | AE",
        "Holland | NL",
        "Burma | MM",
        "Swaziland | SZ",
        "Czech Republic | CZ",
        "Türkiye | TR",
        "Turkiye | TR",
        "Ivory Coast | CI",
        "Cote d'Ivoire | CI",
        "Côte d’Ivoire | CI",
        "Holy See | VA",
        "DPRK | KP",
        "St. Vincent and the Grenadines | VC",
        "Saint Kitts & Nevis | KN",
        "Sao Tome and Principe | ST",
        "the former Yugoslav Republic of Macedonia | ",
        "Cabo Verde | CV",
        "East Timor | TL",
        "West Germany | DE",
        "Persia | IR",
        "United Arab Republic | EG",
        "Rhodesia | ZW",
        "Upper Volta | BF",
        "Soviet Union | SUHH",
        "U.S.S.R. | SUHH",
        "Czechoslovakia | CSHH",
        "Yugoslavia | YUCS",
        "German Democratic Republic | DDDE",
      })
  void otherNamesLeadToTheSameCountry(String alias, String code) {
    assertThat(reading(alias)).isEqualTo(code == null ? "nothing" : "NAME " + code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "White House | US",
        "Kremlin | RU",
        "Downing Street | GB",
        "Elysee Palace | FR",
        "Quirinale | IT",
        "Casa Rosada | AR",
        "Blue House | KR",
      })
  void aSeatOfGovernmentStandsForItsCountry(String metonym, String code) {
    assertThat(reading(metonym)).isEqualTo("METONYM " + code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Hague | NL",
        "La Paz | BO",
        "Cotonou | BJ",
        "Putrajaya | MY",
        "Kiev | UA",
        "Washington , D.C. | US",
        "Washington , DC | US",
        "WASHINGTON | US",
        "Bogota | CO",
        "N'Djamena | TD",
      })
  void capitalsHaveOtherNamesAndGovernmentsSitElsewhere(String words, String code) {
    assertThat(reading(words)).isEqualTo("CAPITAL " + code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Congo | NAME CD,CG",
        "Congolese | DEMONYM CD,CG",
        "Democratic Republic of the Congo | NAME CD",
        "Republic of the Congo | NAME CG",
        "Congo-Brazzaville | NAME CG",
        "Guinea | NAME GN",
        "Guinea-Bissau | NAME GW",
        "Guinea - Bissau | NAME GW",
        "Equatorial Guinea | NAME GQ",
        "Papua New Guinea | NAME PG",
        "Bissau-Guinean | DEMONYM GW",
        "Dominica | NAME DM",
        "Dominican Republic | NAME DO",
        "Dominican | DEMONYM DM,DO",
        "Korea | NAME KP,KR",
        "Koreans | DEMONYM KP,KR",
        "Sudan | NAME SD",
        "Republic of China | NAME TW",
        "People 's Republic of China | NAME CN",
        "Republic of Korea | NAME KR",
        "Democratic People 's Republic of Korea | NAME KP",
        "American Samoa | NAME AS",
        "Samoa | NAME WS",
        "Federated States of Micronesia | NAME FM",
        "Bermudian | DEMONYM BM",
        "Singapore | NAME SG",
      })
  void formsThatCountriesShareOrContainAreToldApart(String words, String expected) {
    assertThat(reading(words)).isEqualTo(expected);
  }

  @Test
  void aNameInsideALongerOneIsNotMet() {
    assertThat(all("Ministers of Equatorial Guinea and South Sudan flew to Papua New Guinea ."))
        .containsExactly("NAME GQ", "NAME SS", "NAME PG");
  }

  @Test
  void aNameThatOnlyLooksLikeACountryIsNotMet() {
    assertThat(
            all(
                "Latin American envoys from New Mexico and Northern Ireland crossed the"
                    + " South China Sea with a Danish crew ."))
        .containsExactly("DEMONYM DK");
  }

  @Test
  void aNameIsMetInItsOwnCaseOrInCapitals() {
    assertThat(all("They told us that turkey and china were sold in OSLO , said US envoys"))
        .containsExactly("CAPITAL NO", "NAME US");
  }

  @Test
  void aDatelineInCapitalsIsMet() {
    assertThat(all("PORT MORESBY ( Reuters ) -")).containsExactly("CAPITAL PG");
  }

  @Test
  void aMatchCountsTokensNotWords() {
    assertThat(at("Guinea-Bissau 's envoy").tokens()).isEqualTo(1);
    assertThat(at("Guinea - Bissau 's envoy").tokens()).isEqualTo(3);
    assertThat(at("St. John 's").tokens()).isEqualTo(3);
    assertThat(at("U.S. .").tokens()).isEqualTo(1);
  }

  @Test
  void aTokenThatGoesOnIsNoName() {
    assertThat(COUNTRIES.at(List.of("Oman-based"), 0)).isEmpty();
  }

  @Test
  void aNameThatPersonsBearAsksForMoreThanItself() {
    assertThat(at("Chad").everyday()).isTrue();
    assertThat(at("CHAD").everyday()).isTrue();
    assertThat(at("Ghana").everyday()).isFalse();
    assertThat(at("US").everyday()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Soviet, SUHH", "Czechoslovaks, CSHH", "Yugoslav, YUCS", "East German, DDDE"})
  void aCountryThatIsGoneHasItsDemonym(String demonym, String code) {
    assertThat(reading(demonym)).isEqualTo("DEMONYM " + code);
  }

  @Test
  void aCountryThatIsGoneIsNoneOfToday() {
    assertThat(COUNTRIES.all()).extracting(Country::code).doesNotContain("SUHH");
    assertThat(COUNTRIES.byCode("SUHH")).map(Country::alpha3).contains("SUN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"former Soviet Union", "former Yugoslavia", "Supreme Soviet"})
  void whatIsLeftOfACountryThatIsGoneIsNoCountry(String form) {
    assertThat(reading(form)).isEqualTo("nothing");
  }

  @Test
  void aTerritorysCapitalStandsForNoGovernment() {
    assertThat(reading("Hamilton")).isEqualTo("nothing");
  }

  private static Match at(String words) {
    return COUNTRIES.at(tokens(words), 0).orElseThrow();
  }

  private static String reading(String words) {
    List<String> tokens = tokens(words);
    return COUNTRIES
        .at(tokens, 0)
        .filter(match -> match.tokens() == tokens.size())
        .map(CountriesTest::reading)
        .orElse("nothing");
  }

  private static String reading(Match match) {
    List<String> codes = match.countries().stream().map(Country::code).toList();
    return match.kind() + " " + String.join(",", codes);
  }

  private static List<String> all(String words) {
    List<String> tokens = tokens(words);
    return IntStream.range(0, tokens.size())
        .boxed()
        .flatMap(from -> COUNTRIES.at(tokens, from).stream())
        .map(CountriesTest::reading)
        .toList();
  }

  private static List<String> tokens(String words) {
    return Arrays.asList(words.split(" "));
  }
}
