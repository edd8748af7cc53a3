package org.chancery.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.mapping.Mapping;
import org.chancery.mapping.MappingSet;
import org.chancery.naming.Names;
import org.chancery.ontology.EntityType;
import org.chancery.reference.Countries;
import org.chancery.reference.Country;
import org.chancery.reference.Links;
import org.junit.jupiter.api.Test;

/** Links a set of things whose right targets are known; prints how well. */
class LinkingTest {
  private static final Path FOLDER = Path.of("src/test/resources/linking");
  private static final Links LINKS = Links.load();
  private static final Countries COUNTRIES = Countries.load();

  /** Our things, with the IRI of what each should be linked to; {@code -} for none. */
  static Map<Thing, String> things() throws IOException {
    Map<Thing, String> things = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(FOLDER.resolve("things.tsv"));
    for (String line : lines) {
      if (!line.startsWith("#") && !line.startsWith("type\t")) {
        String[] cells = line.split("\t", -1);
        things.put(thing(cells, things.size()), cells[7]);
      }
    }
    return things;
  }

  static Thing thing(String[] cells, int number) {
    EntityType type = EntityType.valueOf(cells[0].toUpperCase(Locale.ROOT));
    Set<String> countries = new HashSet<>();
    if (cells[2].startsWith("=")) {
      // An organization, by its names.
      Arrays.stream(cells[2].substring(1).split("~", -1)).map(Names::key).forEach(countries::add);
    } else if (!cells[2].isEmpty()) {
      countries.add(cells[2]);
      Country country = COUNTRIES.byCode(cells[2]).orElseThrow();
      countries.add(Names.key(country.name()));
      country.aliases().forEach(name -> countries.add(Names.key(name)));
      country.formalName().ifPresent(name -> countries.add(Names.key(name)));
      countries.add(
          "http://www.wikidata.org/entity/" + LINKS.ofCountry(cells[2]).orElseThrow().wikidata());
    }
    TreeSet<LocalDate> days = new TreeSet<>();
    if (!cells[4].isEmpty()) {
      days.add(LocalDate.parse(cells[4]));
    }
    List<Thing.Held> offices =
        cells[3].isEmpty()
            ? List.of()
            : List.of(new Thing.Held(List.of(cells[3].split("~", -1)), days));
    Optional<Thing.Place> place =
        Optional.of(cells[6])
            .filter(text -> !text.isEmpty())
            .map(text -> text.split(" ", -1))
            .map(text -> new Thing.Place(Double.parseDouble(text[0]), Double.parseDouble(text[1])));
    return new Thing(
        "https://w3id.org/chancery/id/thing/" + number,
        type,
        Arrays.asList(cells[1].split("\\|", -1)),
        countries,
        offices,
        type == EntityType.OFFICIAL ? new TreeSet<>() : days,
        Set.of(),
        Optional.empty(),
        place);
  }

  @Test
  void automaticLinksAreRightAndMostAreFound() throws IOException {
    Map<Thing, String> things = things();
    assertThat(things).hasSizeGreaterThanOrEqualTo(150);
    List<Mapping> found = found(things);
    Map<String, String> linked = new LinkedHashMap<>();
    found.stream()
        .filter(Mapping::isLink)
        .forEach(mapping -> linked.put(mapping.subjectId(), mapping.objectId()));
    int right = 0;
    int wanted = 0;
    int proposed = 0;
    List<String> errors = new ArrayList<>();
    for (Map.Entry<Thing, String> each : things.entrySet()) {
      String link = linked.getOrDefault(each.getKey().iri(), "-");
      boolean exists = !each.getValue().equals("-");
      wanted += exists ? 1 : 0;
      if (!link.equals(each.getValue())) {
        errors.add(each.getKey().names() + " " + link + " instead of " + each.getValue());
        proposed +=
            found.stream()
                    .anyMatch(
                        mapping ->
                            mapping.subjectId().equals(each.getKey().iri())
                                && mapping.objectId().equals(each.getValue()))
                ? 1
                : 0;
      } else if (exists) {
        right++;
      }
    }
    double precision = (double) right / linked.size();
    double recall = (double) right / wanted;
    System.out.printf(
        "linking: %d things, %d with a target; %d linked, %d right: precision %.3f, recall %.3f; %d more proposed%n",
        things.size(), wanted, linked.size(), right, precision, recall, proposed);
    assertThat(precision).as("%s", errors).isGreaterThanOrEqualTo(0.98);
    assertThat(recall).as("%s", errors).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void aSurnameAloneNeverLinks() throws IOException {
    for (Map.Entry<Thing, String> each : things().entrySet()) {
      if (each.getKey().type() == EntityType.OFFICIAL && !each.getKey().label().contains(" ")) {
        assertThat(found(Map.of(each.getKey(), ""))).isEmpty();
      }
    }
    assertThat(Names.similarity(EntityType.OFFICIAL, "Tavora", "Tavora")).isZero();
    assertThat(Names.similarity(EntityType.OFFICIAL, "N. Tavora", "Nilza Tavora")).isZero();
  }

  @Test
  void whatAPersonDecidedIsNotFoundAgain() throws IOException {
    Map<Thing, String> things = things();
    Mapping link = found(things).stream().filter(Mapping::isLink).findFirst().orElseThrow();
    Mapping no =
        new Mapping(
            link.subjectId(),
            "",
            Mapping.SAME_AS,
            true,
            link.objectId(),
            "",
            Mapping.MANUAL,
            Optional.empty(),
            Optional.empty(),
            "",
            "",
            "",
            "",
            "",
            "");
    MappingSet decided = new MappingSet(List.of(no));
    try (Target target = Linker.load().files(List.of(FOLDER.resolve("target.nt")))) {
      assertThat(Linker.load().link(things.keySet(), target, decided))
          .noneMatch(
              mapping ->
                  mapping.subjectId().equals(no.subjectId())
                      && mapping.objectId().equals(no.objectId()));
    }
  }

  static List<Mapping> found(Map<Thing, String> things) {
    Linker linker = Linker.load();
    try (Target target = linker.files(List.of(FOLDER.resolve("target.nt")))) {
      return linker.link(things.keySet(), target, MappingSet.EMPTY);
    }
  }
}
