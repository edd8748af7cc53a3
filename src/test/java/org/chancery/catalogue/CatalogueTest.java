package org.chancery.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.chancery.catalogue.Census.Thing;
import org.chancery.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  private static final int MANY = 50_000;

  private final List<Thing> things = new ArrayList<>();

  @Test
  void thingThatSeveralGraphsHaveCountsOnce(@TempDir Path folder) {
    Catalogue catalogue =
        catalogue(
            folder,
            "article/1 official/ada rdf:type chy:Official",
            "article/2 official/ada rdf:type chy:Official",
            "article/1 official/ada rdfs:label 'Ada Brandt'",
            "article/2 official/ada rdfs:label 'Ada Brandt'",
            "article/2 official/ada skos:altLabel 'Minister Brandt'",
            "article/1 article/1 rdf:type chy:Article",
            "article/1 article/1 dcterms:identifier 'first'",
            "article/1 article/1 chy:publishedOn '2031-03-05'^^xsd:date",
            "article/2 article/2 chy:publishedOn '2031-02-01'^^xsd:date",
            "article/1 article/1 chy:mentions official/ada",
            "article/2 article/2 chy:mentions official/ada",
            "article/1 claim/1 rdf:type chy:Claim",
            "article/1 claim/1 chy:status chy:Denied",
            "article/1 claim/1 rdf:predicate chy:signs",
            "article/2 claim/2 chy:status chy:Asserted");

    assertThat(catalogue.classes()).isEqualTo(Map.of("Official", 1, "Article", 1, "Claim", 1));
    assertThat(catalogue.statuses()).isEqualTo(Map.of("Asserted", 1, "Denied", 1));
    assertThat(catalogue.relations()).isEqualTo(Map.of("signs", 1));
    assertThat(catalogue.published())
        .contains(new Census.Days(LocalDate.of(2031, 2, 1), LocalDate.of(2031, 3, 5)));
    assertThat(catalogue.search("minister", Set.of(), 0, 9).hits())
        .containsExactly(
            new Catalogue.Hit(
                "https://w3id.org/chancery/id/official/ada",
                Kind.OFFICIAL,
                "Ada Brandt",
                Optional.of("Minister Brandt"),
                2));
    assertThat(labels(catalogue, "fir")).containsExactly("first");
  }

  @Test
  void emptyStoreHasAnEmptyCatalogue(@TempDir Path folder) {
    Catalogue catalogue = catalogue(folder, "article/1 official/ada chy:visits city/oz");

    assertThat(catalogue.count(Kind.ARTICLE)).isZero();
    assertThat(catalogue.published()).isEmpty();
    assertThat(catalogue.search("", Set.of(), 0, 9).total()).isZero();
  }

  @Test
  void readingStopsWhenItIsTold(@TempDir Path folder) {
    Store.replace(folder, quads("article/1 official/ada rdf:type chy:Official"));
    try (Store store = Store.open(folder)) {
      assertThatThrownBy(() -> Census.of(store, () -> true))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void wholeNamesComeBeforeBeginningsAndLabelsBeforeAliases() {
    thing("Mara Vale Institute", 90);
    thing("Vale", 1);
    thing("Ostrava", 50, "Vale");
    thing("Valerie Quint", 80);
    thing("Unrelated", 100, "The Valencia Forum");

    assertThat(labels(catalogue(), "VALE"))
        .containsExactly("Vale", "Ostrava", "Mara Vale Institute", "Valerie Quint", "Unrelated");
  }

  @Test
  void amongEquallyGoodOnesTheMoreMentionedComesFirst() {
    thing("Jon Ash", 3);
    thing("Jon Birch", 7);
    thing("Jon Alder", 3);

    assertThat(labels(catalogue(), "jon")).containsExactly("Jon Birch", "Jon Alder", "Jon Ash");
  }

  @Test
  void wordsMayBeCutShortAndInAnyOrder() {
    thing("José Łukasz Ørsted-Müller", 1);
    thing("U.S. Embassy", 1);

    Catalogue catalogue = catalogue();
    assertThat(labels(catalogue, "mul jose")).containsExactly("José Łukasz Ørsted-Müller");
    assertThat(labels(catalogue, "lukasz ors")).hasSize(1);
    assertThat(labels(catalogue, "us emb")).containsExactly("U.S. Embassy");
    assertThat(labels(catalogue, "u.s.")).containsExactly("U.S. Embassy");
  }

  @Test
  void lettersAreForgivenOnlyWhenNothingElseIsFound() {
    thing("Blinker", 1);
    thing("Blinken", 5);
    Catalogue catalogue = catalogue();

    assertThat(catalogue.search("blinken", Set.of(), 0, 9).hits()).hasSize(1);
    Catalogue.Hits near = catalogue.search("blinkem", Set.of(), 0, 9);
    assertThat(near.similar()).isTrue();
    assertThat(near.hits()).extracting(Catalogue.Hit::label).containsExactly("Blinken", "Blinker");
    assertThat(catalogue.search("xyz", Set.of(), 0, 9).total()).isZero();
  }

  @Test
  void whatMeansSomethingToASearchEngineIsText() {
    thing("A + B * (C) AND \"D\"", 1);
    Catalogue catalogue = catalogue();

    assertThat(labels(catalogue, "a* AND (\"d\")")).hasSize(1);
    assertThat(labels(catalogue, "*:*")).isEmpty();
    assertThat(labels(catalogue, "[a TO z]~9^2 \\")).isEmpty();
    assertThat(labels(catalogue, "word ".repeat(5000))).isEmpty();
  }

  @Test
  void onlyALabelWithoutNamesakesStandsForItsThing() {
    thing("Ann Lee", 1);
    thing("Ann Lee", 2);
    thing("ann lee", 2);
    thing("Bo Lee", 1);
    Catalogue catalogue = catalogue();

    assertThat(catalogue.only("Bo Lee")).contains("urn:3");
    assertThat(catalogue.only("Ann Lee")).isEmpty();
    assertThat(catalogue.only("Cy Lee")).isEmpty();
    assertThat(catalogue.only("ann lee")).contains("urn:2");
  }

  @Test
  void whoeverMayBeMeantIsFoundByPartsAndMisspelt() {
    thing("Nora Quell", 1);
    thing("Nora Vint", 90);
    thing("Ada Lark", 1, "Nora Quell");
    thing("Harbour Office", 500);
    Catalogue catalogue = catalogue();

    assertThat(likely(catalogue, "QUELL, nora")).startsWith("Nora Quell").contains("Nora Vint");
    assertThat(likely(catalogue, "Nora Quell"))
        .startsWith("Nora Quell", "Ada Lark")
        .doesNotContain("Harbour Office");
    assertThat(likely(catalogue, "Nora Maria Quill")).contains("Nora Quell");
    assertThat(likely(catalogue, "!?")).isEmpty();
    assertThat(likely(catalogue, "x".repeat(50_000))).isEmpty();
    assertThat(catalogue.likely("Nora Quell", Set.of(Kind.CITY), 9)).isEmpty();
  }

  @Test
  void thingIsFoundByItsWholeIri() {
    thing("Nora Quell", 1, "Quell");
    Catalogue catalogue = catalogue();

    assertThat(catalogue.find("urn:0")).contains(things.get(0));
    assertThat(catalogue.find("urn:")).isEmpty();
    assertThat(catalogue.find("u".repeat(50_000))).isEmpty();
  }

  private static List<String> likely(Catalogue catalogue, String name) {
    return catalogue.likely(name, Set.of(), 9).stream().map(Thing::label).toList();
  }

  @Test
  void eachOfManyNamesIsFoundAndPagesHoldEachOnce() {
    IntStream.range(0, MANY)
        .forEach(n -> thing("Person%05d of Land%03d".formatted(n, n % 500), n % 97, "Alias" + n));
    Catalogue catalogue = catalogue();

    assertThat(catalogue.search("", Set.of(), 0, 1).total()).isEqualTo(MANY);
    for (int n = 0; n < MANY; n += 997) {
      assertThat(labels(catalogue, "person%05d".formatted(n)))
          .containsExactly("Person%05d of Land%03d".formatted(n, n % 500));
      assertThat(labels(catalogue, "ALIAS" + n)).first().asString().contains("%05d".formatted(n));
    }
    Catalogue.Hits land = catalogue.search("land007", Set.of(Kind.OFFICIAL), 0, 1000);
    assertThat(land.total()).isEqualTo(100);
    assertThat(land.kinds()).isEqualTo(Map.of(Kind.OFFICIAL, 100));
    assertThat(land.hits())
        .hasSize(100)
        .isSortedAccordingTo((one, other) -> other.articles() - one.articles());
    List<Catalogue.Hit> paged = new ArrayList<>();
    for (int page = 0; page < 10; page++) {
      paged.addAll(catalogue.search("land007", Set.of(Kind.OFFICIAL), page * 10, 10).hits());
    }
    assertThat(paged).isEqualTo(land.hits());
    assertThat(catalogue.search("land007", Set.of(Kind.CITY), 0, 10).total()).isZero();
  }

  private void thing(String label, int articles, String... aliases) {
    things.add(new Thing("urn:" + things.size(), Kind.OFFICIAL, label, List.of(aliases), articles));
  }

  private Catalogue catalogue() {
    return new Catalogue(
        new Census(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Optional.empty(), things));
  }

  private static Catalogue catalogue(Path folder, String... quads) {
    Store.replace(folder, quads(quads));
    try (Store store = Store.open(folder)) {
      return Catalogue.of(store);
    }
  }

  private static Stream<Quad> quads(String... quads) {
    return Stream.of(quads)
        .map(
            quad ->
                SSE.parseQuad(
                    "("
                        + quad.replaceAll(
                                "(?<=^| )(article|official|claim|city)/(\\w+)",
                                "<https://w3id.org/chancery/id/$1/$2>")
                            .replaceAll("chy:(\\w+)", "<https://w3id.org/chancery/ontology#$1>")
                            .replaceAll("dcterms:(\\w+)", "<http://purl.org/dc/terms/$1>")
                            .replaceAll("skos:(\\w+)", "<http://www.w3.org/2004/02/skos/core#$1>")
                        + ")"));
  }

  private static List<String> labels(Catalogue catalogue, String text) {
    return catalogue.search(text, Set.of(), 0, 9).hits().stream()
        .map(Catalogue.Hit::label)
        .toList();
  }
}
