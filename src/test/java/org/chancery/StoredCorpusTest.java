package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Story;
import org.chancery.graph.SortedNQuads;
import org.chancery.ontology.Chy;
import org.chancery.ontology.Predicate;
import org.chancery.resolution.Curation;
import org.chancery.store.Store;
import org.chancery.store.StoreLedger;
import org.chancery.validation.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredCorpusTest {
  private static final StoredCorpus.Thrift AMEND = new StoredCorpus.Thrift(1, 100, 0);
  private static final GraphMaker MAKER = GraphMaker.load();
  private static final SyntheticNews NEWS = new SyntheticNews(3, 12);

  private final Path store;

  StoredCorpusTest(@TempDir Path folder) {
    this.store = folder.resolve("store");
  }

  @Test
  void brokenGraphIsNotLoaded() {
    put(NEWS.reading(0));
    List<String> before = contents();
    ArticleReading absurd =
        Story.of("absurd")
            .country("country", "IS", "Iceland")
            .city("city", "IS", "Akureyri")
            .says("country", Predicate.HOLDS_OFFICE, "city")
            .reading();
    List<Violation> violations = new ArrayList<>();

    try (StoredCorpus corpus = StoredCorpus.open(store, "test", MAKER, AMEND)) {
      corpus.put(NEWS.reading(1));
      corpus.put(absurd);
      assertThatThrownBy(() -> corpus.commit(Chy.DEFAULT_BASE, Curation.none(), violations::add))
          .isInstanceOfSatisfying(
              UserException.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.DATA))
          .hasMessageStartingWith("The graph is not sound, so it is not loaded;");
    }
    assertThat(violations).isNotEmpty();
    assertThat(contents()).isEqualTo(before);
    assertThat(StoreLedger.of(store).ledger().entries()).hasSize(1);
  }

  @Test
  void onlyGraphsWhoseSourcesChangedAreMadeAnew() {
    // They share a country, whose name comes from the table, and nothing else.
    ArticleReading one = NEWS.reading(0);
    put(one);
    StoredCorpus.Outcome same = put(one);
    StoredCorpus.Outcome other = put(NEWS.reading(0, 1));

    assertThat(same.regraphed()).isZero();
    assertThat(other.regraphed()).isEqualTo(1);
    assertThat(other.afresh()).isFalse();
  }

  @Test
  void nothingChangedMakesNoNewVersion() throws IOException {
    put(NEWS.reading(0));
    String before = Files.readString(store.resolve("store.properties"));
    put(NEWS.reading(0));

    assertThat(store.resolve("store.properties")).hasContent(before);
    assertThat(segments()).hasSize(1);
  }

  @Test
  void versionThatWasNotCommittedLeavesNoTrace() throws IOException {
    put(NEWS.reading(0));
    List<String> before = contents();
    try (StoredCorpus corpus = StoredCorpus.open(store, "test", MAKER, AMEND)) {
      corpus.put(NEWS.reading(1));
    }

    assertThat(contents()).isEqualTo(before);
    assertThat(segments()).hasSize(1);
    assertThat(StoreLedger.of(store).ledger().entries()).hasSize(1);
  }

  @Test
  void changesAreUnderWayUntilTheyCount() {
    try (StoredCorpus corpus = StoredCorpus.open(store, "test", MAKER, AMEND)) {
      assertThat(StoredCorpus.isChanging()).isTrue();
      corpus.put(NEWS.reading(0));
      corpus.commit(Chy.DEFAULT_BASE, Curation.none(), violation -> {});
      assertThat(StoredCorpus.isChanging()).isFalse();
    }
    try (StoredCorpus corpus = StoredCorpus.open(store, "test", MAKER, AMEND)) {
      assertThat(corpus.base()).contains(Chy.DEFAULT_BASE);
      assertThat(StoredCorpus.isChanging()).isTrue();
    }
    assertThat(StoredCorpus.isChanging()).isFalse();
  }

  @Test
  void newFolderIsTakenBackIfNothingComesOfIt() {
    try (StoredCorpus corpus = StoredCorpus.open(store, "test", MAKER, AMEND)) {
      corpus.put(NEWS.reading(1));
    }

    assertThat(store).doesNotExist();
  }

  @Test
  void segmentsThatAreMostlyGarbageAreRewritten() throws IOException {
    put(NEWS.reading(0), NEWS.reading(1), NEWS.reading(2));
    put(NEWS.reading(0, 1), NEWS.reading(1, 1));
    assertThat(segments()).hasSize(1);
    List<String> tidied = contents();
    put(NEWS.reading(3));

    assertThat(segments()).hasSize(2);
    assertThat(contents()).containsAll(tidied.stream().filter(l -> l.contains("#exact")).toList());
  }

  @Test
  void damagedReadingIsNamedAndMendedByReadingItAgain() throws IOException {
    put(NEWS.reading(0), NEWS.reading(1));
    Path segment = segments().get(0);
    byte[] bytes = Files.readAllBytes(segment);
    bytes[20]++;
    Files.write(segment, bytes);

    assertThatThrownBy(() -> put(NEWS.reading(2)))
        .isInstanceOfSatisfying(
            UserException.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining("segment-1: what was read of article \"article-0000000\" is damaged")
        .hasMessageContaining("Build that article again: ./chancery build ");
    try (StoredCorpus corpus = StoredCorpus.open(store, "test", MAKER, AMEND)) {
      assertThat(corpus.isCurrent(NEWS.reading(0).article())).isFalse();
      assertThat(corpus.isCurrent(NEWS.reading(1).article())).isTrue();
    }
    put(NEWS.reading(0));
    assertThat(put(NEWS.reading(2)).articles()).isEqualTo(3);
  }

  @Test
  void allDamagedReadingsAreNamedAndMendedTogether() throws IOException {
    put(NEWS.reading(0), NEWS.reading(1));
    put(NEWS.reading(2));
    Files.write(segments().get(0), new byte[20]);

    assertThatThrownBy(() -> put(NEWS.reading(0)))
        .hasMessageContaining("segment-1: what was read of article \"article-0000001\" is damaged");
    assertThatThrownBy(() -> put(NEWS.reading(3)))
        .isInstanceOfSatisfying(
            UserException.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining(
            "what was read of 2 articles is damaged or of another version of Chancery:"
                + " \"article-0000000\", \"article-0000001\". Build or remove these together:");
    try (StoredCorpus corpus = StoredCorpus.open(store, "test", MAKER, AMEND)) {
      corpus.remove("article-0000000");
      corpus.put(NEWS.reading(1));
      assertThat(corpus.commit(Chy.DEFAULT_BASE, Curation.none(), v -> {}).articles()).isEqualTo(2);
    }
    assertThat(put(NEWS.reading(3)).articles()).isEqualTo(3);
  }

  @Test
  void storeWithoutItsPointerIsNotSweptAway() throws IOException {
    put(NEWS.reading(0));
    Path pointer = store.resolve("store.properties");
    byte[] kept = Files.readAllBytes(pointer);
    Files.delete(pointer);

    assertThatThrownBy(() -> put(NEWS.reading(1)))
        .isInstanceOfSatisfying(
            UserException.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining("store.properties is gone")
        .hasMessageContaining("./chancery remove --all --store " + store);
    Store.require(store);
    Files.write(pointer, kept);
    assertThat(put(NEWS.reading(1)).articles()).isEqualTo(2);

    Files.delete(pointer);
    try (StoredCorpus corpus = StoredCorpus.openAnew(store, "test", MAKER)) {
      corpus.commit(Chy.DEFAULT_BASE, Curation.none(), v -> {});
    }
    assertThat(put(NEWS.reading(1)).articles()).isEqualTo(1);
  }

  @Test
  void killedFirstBuildIsMendedByTheNext() throws IOException {
    Files.createDirectories(store.resolve("data-1").resolve("Data-0001"));
    Files.createDirectories(store.resolve("archive"));
    Files.writeString(store.resolve("archive").resolve("segment-1"), "half a rea");

    assertThat(put(NEWS.reading(0)).articles()).isEqualTo(1);
    assertThat(segments()).hasSize(1);
    assertThat(store.resolve("data-1")).doesNotExist();
  }

  @Test
  void failedPublicationLeavesNoLedger() throws IOException {
    put(NEWS.reading(0));
    Path draft = Files.createDirectory(store.resolve("store.properties.new"));

    assertThatThrownBy(() -> put(NEWS.reading(1)))
        .hasMessageContaining("store.properties cannot be written");
    assertThat(store.resolve("archive").resolve("ledger-1")).exists();
    assertThat(store.resolve("archive").resolve("ledger-2")).doesNotExist();
    Files.delete(draft);
    assertThat(put(NEWS.reading(1)).articles()).isEqualTo(2);
  }

  @Test
  void damagedLedgerSaysHowToGoOn() throws IOException {
    put(NEWS.reading(0));
    Path ledger = store.resolve("archive").resolve("ledger-1");
    byte[] bytes = Files.readAllBytes(ledger);
    bytes[9]++;
    Files.write(ledger, bytes);

    assertThatThrownBy(() -> put(NEWS.reading(1)))
        .isInstanceOfSatisfying(
            UserException.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining("ledger-1 is damaged")
        .hasMessageContaining("./chancery remove --all");
    try (StoredCorpus corpus = StoredCorpus.openAnew(store, "test", MAKER)) {
      corpus.put(NEWS.reading(1));
      assertThat(corpus.commit(Chy.DEFAULT_BASE, Curation.none(), v -> {}).articles()).isEqualTo(1);
    }
  }

  @Test
  void storeThatDoesNotSayWhatItIsMadeOfIsNotBuiltOn() {
    Store.replace(store, Stream.of(SSE.parseQuad("(<urn:g> <urn:s> <urn:p> 'before')")));

    assertThatThrownBy(() -> put(NEWS.reading(0)))
        .isInstanceOfSatisfying(
            UserException.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining("does not say which articles it was built from");
  }

  @Test
  void readerKeepsItsVersionWhileTheNextIsMadeOutOfIt() {
    put(NEWS.reading(0), NEWS.reading(1));
    try (Store reader = Store.open(store)) {
      List<String> before = contents(reader);
      StoredCorpus.Outcome outcome = put(NEWS.reading(2));

      assertThat(outcome.afresh()).isFalse();
      assertThat(contents(reader)).isEqualTo(before);
      assertThat(contents())
          .containsAll(before.stream().filter(l -> l.contains("#exact")).toList());
      assertThat(contents()).isNotEqualTo(before);
    }
  }

  @Test
  void muchRewrittenDatabaseIsMadeAfresh() {
    StoredCorpus.Thrift thrift = new StoredCorpus.Thrift(1, 0.5, 0);
    List<Boolean> afresh = new ArrayList<>();
    try (StoredCorpus corpus = StoredCorpus.open(store, "test", MAKER, thrift)) {
      corpus.put(NEWS.reading(0));
      corpus.put(NEWS.reading(1));
      corpus.commit(Chy.DEFAULT_BASE, Curation.none(), v -> {});
    }
    for (int version = 1; version < 12; version++) {
      try (StoredCorpus corpus = StoredCorpus.open(store, "test", MAKER, thrift)) {
        corpus.put(NEWS.reading(0, version));
        afresh.add(corpus.commit(Chy.DEFAULT_BASE, Curation.none(), v -> {}).afresh());
      }
    }

    assertThat(afresh).startsWith(false).contains(true);
  }

  private StoredCorpus.Outcome put(ArticleReading... readings) {
    try (StoredCorpus corpus = StoredCorpus.open(store, "test", MAKER, AMEND)) {
      List.of(readings).forEach(corpus::put);
      return corpus.commit(
          Chy.DEFAULT_BASE,
          Curation.none(),
          violation -> {
            throw new AssertionError(violation);
          });
    }
  }

  private List<String> contents() {
    try (Store open = Store.open(store)) {
      return contents(open);
    }
  }

  private static List<String> contents(Store store) {
    return store.read(
        dataset -> {
          List<Quad> quads = dataset.stream().toList();
          return List.copyOf(SortedNQuads.lines(quads));
        });
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(store.resolve("archive"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("segment-"))
          .sorted()
          .toList();
    }
  }
}
