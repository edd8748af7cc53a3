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

/** What must be known of an official to be linked without a person. */
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
    Path file = Files.writeString(folder.resolve("data.nt"), data);
    Linker linker = Linker.load();
    try (Target target = linker.files(List.of(file))) {
      List<Mapping> found = linker.link(List.of(thing), target, MappingSet.EMPTY);
      return found.isEmpty() ? "nothing" : found.get(0).isLink() ? "link" : "proposal";
    }
  }
}
