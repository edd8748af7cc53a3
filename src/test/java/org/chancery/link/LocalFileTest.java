package org.chancery.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.mapping.Mapping;
import org.chancery.mapping.MappingSet;
import org.chancery.ontology.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads others' files in each of their formats. */
class LocalFileTest {
  private static final String WIKIDATA =
      """
      PREFIX wd: <http://www.wikidata.org/entity/>
      PREFIX wdt: <http://www.wikidata.org/prop/direct/>
      PREFIX p: <http://www.wikidata.org/prop/>
      PREFIX ps: <http://www.wikidata.org/prop/statement/>
      PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX ex: <http://example.org/entity/>
      ex:tavora rdfs:label "Nilza Távora"@pt ; wdt:P31 wd:Q5 ; wdt:P27 wd:Q1011 ; p:P39 ex:term .
      ex:term ps:P39 ex:office ; pq:P580 "2030-01-01T00:00:00Z"^^xsd:dateTime .
      ex:office rdfs:label "Minister of Harbours of Cape Verde"@en ; wdt:P31 wd:Q4164871 ; wdt:P1001 wd:Q1011 .
      """;

  private static final Thing OFFICIAL =
      new Thing(
          "https://w3id.org/chancery/id/official/nilza-tavora",
          EntityType.OFFICIAL,
          List.of("Nilza Tavora"),
          Set.of("CV", "cape verde", "http://www.wikidata.org/entity/Q1011"),
          List.of(
              new Thing.Held(
                  List.of("Minister of Harbours of Cape Verde"),
                  new TreeSet<>(Set.of(LocalDate.of(2031, 5, 5))))),
          new TreeSet<>(),
          Set.of(),
          Optional.empty(),
          Optional.empty());

  private final Path folder;

  LocalFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyFormatGivesTheSameLinkPackedOrNot() throws IOException {
    Model model = ModelFactory.createDefaultModel();
    RDFParser.fromString(WIKIDATA, Lang.TURTLE).parse(model);
    Map<String, RDFFormat> formats =
        Map.of(
            "nt", RDFFormat.NTRIPLES,
            "nq", RDFFormat.NQUADS,
            "ttl", RDFFormat.TURTLE_PRETTY,
            "trig", RDFFormat.TRIG,
            "rdf", RDFFormat.RDFXML,
            "jsonld", RDFFormat.JSONLD);
    for (Map.Entry<String, RDFFormat> format : formats.entrySet()) {
      for (String packed : List.of("", ".gz")) {
        Path file = folder.resolve("data." + format.getKey() + packed);
        try (OutputStream bytes = Files.newOutputStream(file);
            OutputStream out = packed.isEmpty() ? bytes : new GZIPOutputStream(bytes)) {
          RDFDataMgr.write(out, model, format.getValue());
        }
        assertThat(links(OFFICIAL, file))
            .as("%s", file)
            .containsExactly("http://example.org/entity/tavora");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"thing.rt", "thing.trdf", "thing.rpb", "thing.pbrdf"})
  void onlyTheStoreIsReadByThrift(String name) throws IOException {
    Model model = ModelFactory.createDefaultModel();
    RDFParser.fromString(WIKIDATA, Lang.TURTLE).parse(model);
    Path file = folder.resolve(name);
    RDFFormat format = name.contains("pb") ? RDFFormat.RDF_PROTO : RDFFormat.RDF_THRIFT;
    try (OutputStream out = Files.newOutputStream(file)) {
      RDFDataMgr.write(out, model, format);
    }
    assertThatThrownBy(() -> links(OFFICIAL, file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(name + ": its ending is of no RDF format.");
  }

  @Test
  void aContextElsewhereIsNotFetched() {
    Path file =
        write(
            "data.jsonld",
            "{\"@context\": \"http://localhost:1/context.jsonld\", \"@id\": \"http://example.org/a\", \"name\": \"A\"}");
    assertThatThrownBy(() -> links(OFFICIAL, file))
        .isInstanceOfSatisfying(
            UserException.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining("data.jsonld");
  }

  @Test
  void labelsOfDbpediaAreOnlyProposedWithoutTheirTypes() {
    Path labels =
        write(
            "labels.ttl",
            """
            <http://dbpedia.org/resource/Reef_Commission> <http://www.w3.org/2000/01/rdf-schema#label> "Reef Commission"@en .
            """);
    Path types =
        write(
            "types.ttl",
            """
            <http://dbpedia.org/resource/Reef_Commission> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://dbpedia.org/ontology/Organisation> .
            """);
    Thing thing = named(EntityType.ORGANIZATION, "Reef Commission", Optional.empty());
    assertThat(found(thing, labels)).singleElement().matches(Mapping::isProposal);
    assertThat(links(thing, labels, types))
        .containsExactly("http://dbpedia.org/resource/Reef_Commission");
  }

  @Test
  void otherNamesOfGeonamesLeadToItsPlaces() {
    Path dump =
        write(
            "cities15000.txt",
            "3374333\tPraia\tPraia\t\t14.93152\t-23.51254\tP\tPPLC\tCV\t\t14\t\t\t\t113364\t\t27\tAtlantic/Cape_Verde\t2024-01-01\n");
    Path names =
        write(
            "alternateNamesV2.txt",
            """
            1\t3374333\ten\tSantiago Beach\t\t\t\t\t\t
            2\t3374333\tlink\thttps://example.org/praia\t\t\t\t\t\t
            3\t3374333\tiata\tRAI\t\t\t\t\t\t
            4\t99\ten\tSantiago Beach\t\t\t\t\t\t
            """);
    Thing city =
        named(EntityType.CITY, "Santiago Beach", Optional.of(new Thing.Place(14.93, -23.51)));
    assertThat(links(city, dump, names)).containsExactly("https://sws.geonames.org/3374333/");
    assertThat(links(city, dump)).isEmpty();
    assertThat(found(named(EntityType.CITY, "RAI", Optional.empty()), dump, names)).isEmpty();
    assertThatThrownBy(() -> links(city, names, dump))
        .hasMessageContaining("holds other names of places, but not the places");
  }

  @Test
  void aTableOfAnotherKindIsRefusedByItsLine() {
    Path file = write("people.tsv", "name\tcountry\n");
    assertThatThrownBy(() -> links(OFFICIAL, file))
        .hasMessageContaining("people.tsv, line 1: not a line of GeoNames' dump");
  }

  private static Thing named(EntityType type, String name, Optional<Thing.Place> place) {
    return new Thing(
        "https://w3id.org/chancery/id/thing/1",
        type,
        List.of(name),
        type == EntityType.CITY ? Set.of("CV") : Set.of(),
        List.of(),
        new TreeSet<>(),
        Set.of(),
        Optional.empty(),
        place);
  }

  private static List<String> links(Thing thing, Path... files) {
    return found(thing, files).stream().filter(Mapping::isLink).map(Mapping::objectId).toList();
  }

  private static List<Mapping> found(Thing thing, Path... files) {
    Linker linker = Linker.load();
    try (Target target = linker.files(List.of(files))) {
      return linker.link(List.of(thing), target, MappingSet.EMPTY);
    }
  }

  private Path write(String name, String text) {
    try {
      return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
