package org.chancery.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.mapping.Mapping;
import org.chancery.mapping.MappingSet;
import org.chancery.ontology.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must be known of officials, offices and organizations to be linked without a person. */
class ScorerTest {
  private static final String VANUATU = "http://www.wikidata.org/entity/Q686";
  private static final String PALAU = "http://www.wikidata.org/entity/Q695";

  private final Path folder;

  ScorerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void nameCountryAndOfficeOnTheDayLink() throws IOException {
    assertThat(outcome(VANUATU, "Reef Minister of Vanuatu", "2030-01-01", "2032-01-01"))
        .isEqualTo("link");
  }

  @Test
  void anotherCountryNeverLinks() throws IOException {
    assertThat(outcome(PALAU, "Reef Minister of Vanuatu", "2030-01-01", "2032-01-01"))
        .isEqualTo("proposal");
    assertThat(outcome(PALAU, "Reef Minister", "2030-01-01", "2032-01-01")).isEqualTo("proposal");
  }

  @Test
  void anotherOfficeOrTimeIsLeftToAPerson() throws IOException {
    assertThat(outcome(VANUATU, "Lagoon Judge of Vanuatu", "2030-01-01", "2032-01-01"))
        .isEqualTo("proposal");
    assertThat(outcome(VANUATU, "Deputy Reef Minister of Vanuatu", "2030-01-01", "2032-01-01"))
        .isEqualTo("proposal");
    assertThat(outcome(VANUATU, "Reef Minister of Vanuatu", "2010-01-01", "2012-01-01"))
        .isEqualTo("proposal");
  }

  @Test
  void withoutACountryTheOfficeMustBeDated() throws IOException {
    assertThat(outcome("", "Reef Minister of Vanuatu", "2030-01-01", "2032-01-01"))
        .isEqualTo("link");
    assertThat(outcome("", "Reef Minister of Vanuatu", "", "")).isEqualTo("proposal");
    assertThat(outcome(VANUATU, "Reef Minister of Vanuatu", "", "")).isEqualTo("link");
  }

  @Test
  void aCountryIsTheSameUnderItsOtherNames() throws IOException {
    assertThat(outcome(VANUATU, "Reef Minister of the New Hebrides", "2030-01-01", "2032-01-01"))
        .isEqualTo("link");
  }

  @Test
  void aRankOrNumberOnOneSideIsAnotherOffice() throws IOException {
    assertThat(ofOffice("Reef Minister of Vanuatu", "Minister of the Reef of Vanuatu", VANUATU))
        .isEqualTo("link");
    for (String other :
        List.of(
            "Minister of State for the Reef of Vanuatu",
            "First Reef Minister of Vanuatu",
            "Senior Reef Minister of Vanuatu")) {
      assertThat(ofOffice("Reef Minister of Vanuatu", other, VANUATU))
          .as(other)
          .isNotEqualTo("link");
      assertThat(ofOffice(other, "Reef Minister of Vanuatu", VANUATU))
          .as(other)
          .isNotEqualTo("link");
    }
  }

  @Test
  void theNameOfALongCountryDoesNotMakeOfficesAlike() throws IOException {
    Set<String> papua = Set.of("PG", "papua new guinea", "urn:x:papua");
    String ours = "Finance Minister of Papua New Guinea";
    assertThat(office(papua, ours, "Minister of Finance of Papua New Guinea", "urn:x:papua"))
        .isEqualTo("link");
    assertThat(office(papua, ours, "Foreign Minister of Papua New Guinea", "urn:x:papua"))
        .isNotEqualTo("link");
  }

  @Test
  void theEndOfACountrysNameIsNotAnotherCountry() throws IOException {
    Set<String> china = Set.of("CN", "china", "people s republic of china", "urn:x:china");
    assertThat(office(china, "Premier of China", "Premier of China", "")).isEqualTo("link");
    assertThat(office(china, "Premier of China", "Premier of the Republic of China", ""))
        .isNotEqualTo("link");
    Set<String> congo = Set.of("CG", "republic of the congo", "congo", "urn:x:brazzaville");
    for (String ours : List.of("President of the Republic of the Congo", "President of Congo")) {
      for (String country : List.of("", "urn:x:kinshasa")) {
        assertThat(
                office(congo, ours, "President of the Democratic Republic of the Congo", country))
            .as("%s, %s", ours, country)
            .isNotEqualTo("link");
      }
    }
    assertThat(
            office(
                congo,
                "President of the Republic of the Congo",
                "President of the Republic of the Congo",
                ""))
        .isEqualTo("link");
    assertThat(office(congo, "President of Congo", "President of Congo", "")).isNotEqualTo("link");
  }

  @Test
  void theSpellingOfAPartyTellsWhoseItIs() throws IOException {
    assertThat(organization("Labour Party", "Labor Party")).isEqualTo("proposal");
    assertThat(organization("Labour Party", "Labour Party")).isEqualTo("link");
    assertThat(organization("Reef Organisation", "Reef Organization")).isEqualTo("link");
  }

  private String ofOffice(String ours, String theirs, String country) throws IOException {
    return office(Set.of("VU", "vanuatu", "new hebrides", VANUATU), ours, theirs, country);
  }

  /** Links an office to one of others; Kinshasa, too, is called Congo there. */
  private String office(Set<String> countries, String ours, String theirs, String country)
      throws IOException {
    String label = "<http://www.w3.org/2000/01/rdf-schema#label>";
    String wikidata = "http://www.wikidata.org/";
    StringBuilder data = new StringBuilder();
    data.append("<urn:x:office> %s \"%s\" .\n".formatted(label, theirs));
    data.append(
        "<urn:x:office> <%sprop/direct/P31> <%sentity/Q4164871> .\n".formatted(wikidata, wikidata));
    if (!country.isEmpty()) {
      data.append("<urn:x:office> <%sprop/direct/P1001> <%s> .\n".formatted(wikidata, country));
    }
    data.append("<urn:x:kinshasa> %s \"Congo\" .\n".formatted(label));
    return outcome(thing(EntityType.OFFICE, ours, countries), data.toString());
  }

  private String organization(String ours, String theirs) throws IOException {
    return outcome(
        thing(EntityType.ORGANIZATION, ours, Set.of()),
        """
        <urn:x:body> <http://www.w3.org/2000/01/rdf-schema#label> "%s" .
        <urn:x:body> <http://www.wikidata.org/prop/direct/P31> <http://www.wikidata.org/entity/Q43229> .
        """
            .formatted(theirs));
  }

  private static Thing thing(EntityType type, String name, Set<String> countries) {
    return new Thing(
        "https://w3id.org/chancery/id/thing/one",
        type,
        List.of(name),
        countries,
        List.of(),
        new TreeSet<>(),
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** Links one official to one person who held an office. */
  private String outcome(String country, String office, String start, String end)
      throws IOException {
    StringBuilder data = new StringBuilder();
    String label = "<http://www.w3.org/2000/01/rdf-schema#label>";
    String wikidata = "http://www.wikidata.org/";
    data.append("<urn:x:person> %s \"Tomas Bule\" .\n".formatted(label));
    data.append(
        "<urn:x:person> <%sprop/direct/P31> <%sentity/Q5> .\n".formatted(wikidata, wikidata));
    if (!country.isEmpty()) {
      data.append("<urn:x:person> <%sprop/direct/P27> <%s> .\n".formatted(wikidata, country));
      data.append("<urn:x:office> <%sprop/direct/P1001> <%s> .\n".formatted(wikidata, country));
    }
    data.append("<urn:x:person> <%sprop/P39> <urn:x:term> .\n".formatted(wikidata));
    data.append("<urn:x:term> <%sprop/statement/P39> <urn:x:office> .\n".formatted(wikidata));
    if (!start.isEmpty()) {
      data.append("<urn:x:term> <%sprop/qualifier/P580> \"%s\" .\n".formatted(wikidata, start));
      data.append("<urn:x:term> <%sprop/qualifier/P582> \"%s\" .\n".formatted(wikidata, end));
    }
    data.append("<urn:x:office> %s \"%s\" .\n".formatted(label, office));
    Thing thing =
        new Thing(
            "https://w3id.org/chancery/id/official/tomas-bule",
            EntityType.OFFICIAL,
            List.of("Tomas Bule"),
            Set.of("VU", "vanuatu", "new hebrides", VANUATU),
            List.of(
                new Thing.Held(
                    List.of("Reef Minister of Vanuatu", "Reef Minister"),
                    new TreeSet<>(Set.of(LocalDate.of(2031, 5, 5))))),
            new TreeSet<>(),
            Set.of(),
            Optional.empty(),
            Optional.empty());
    return outcome(thing, data.toString());
  }

  private String outcome(Thing thing, String data) throws IOException {
    Path file = Files.writeString(folder.resolve("data.nt"), data);
    Linker linker = Linker.load();
    try (Target target = linker.files(List.of(file))) {
      List<Mapping> found = linker.link(List.of(thing), target, MappingSet.EMPTY);
      return found.isEmpty() ? "nothing" : found.get(0).isLink() ? "link" : "proposal";
    }
  }
}
