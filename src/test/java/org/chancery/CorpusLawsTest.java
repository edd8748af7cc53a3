package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.jena.sparql.core.Quad;
import org.chancery.claims.ArticleReading;
import org.chancery.graph.SortedNQuads;
import org.chancery.ontology.Chy;
import org.chancery.resolution.Curation;
import org.chancery.store.Store;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a store holds follows from the readings in it, the decisions of a curator and nothing else:
 * neither their order, nor the pieces they came in, nor what was there in between. {@code
 * -Dchancery.laws=200} tries more corpora.
 */
class CorpusLawsTest {
  private static final int CORPORA = Integer.getInteger("chancery.laws", 40);

  /** Makes the next version out of the present one whenever there is one. */
  private static final StoredCorpus.Thrift AMEND = new StoredCorpus.Thrift(1, 100, 0);

  private static final GraphMaker MAKER = GraphMaker.load();

  private final Path folder;

  CorpusLawsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static IntStream seeds() {
    return IntStream.range(0, CORPORA);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatAStoreHoldsFollowsFromItsReadings(int seed) throws IOException {
    Random random = new Random(seed);
    int size = 4 + random.nextInt(9);
    SyntheticNews news = new SyntheticNews(seed, size);
    List<ArticleReading> readings =
        new ArrayList<>(IntStream.range(0, size).mapToObj(news::reading).toList());
    // Also of what is there only for a while.
    List<ArticleReading> known = new ArrayList<>(readings);
    known.add(news.reading(size));
    Curation curation = seed % 3 > 0 ? Curation.none() : curation(known, new Random(seed));
    List<String> expected = inMemory(readings, curation);
    Collections.shuffle(readings, random);

    boolean thorough = seed % 4 == 0;
    if (thorough) {
      Path atOnce = folder.resolve("at-once");
      change(atOnce, StoredCorpus.Thrift.STANDARD, readings, List.of(), curation);
      assertThat(contents(atOnce)).as("in one go, in any order").isEqualTo(expected);
    }

    Path inPieces = folder.resolve("in-pieces");
    int cut = 1 + random.nextInt(size - 1);
    List<ArticleReading> first = new ArrayList<>(readings.subList(0, cut));
    List<ArticleReading> rest = new ArrayList<>(readings.subList(cut, size));
    // One that is told otherwise first, and one that will have to go again.
    int wavering = random.nextInt(size);
    first.removeIf(reading -> reading.article().id().equals(SyntheticNews.id(wavering)));
    first.add(news.reading(wavering, 1));
    first.add(news.reading(size));
    change(inPieces, AMEND, first, List.of(), curation);
    assertThat(contents(inPieces)).as("not yet").isNotEqualTo(expected);
    if (thorough) {
      change(inPieces, StoredCorpus.Thrift.STANDARD, rest, List.of(), curation);
    }
    rest.add(news.reading(wavering));
    change(inPieces, AMEND, rest, List.of(SyntheticNews.id(size)), curation);
    assertThat(contents(inPieces)).as("in pieces, with detours").isEqualTo(expected);
  }

  /** Decisions of each kind on what the articles tell of. */
  private Curation curation(List<ArticleReading> readings, Random random) throws IOException {
    GraphMaker.Graphs graphs = MAKER.graphs(readings, Chy.DEFAULT_BASE, Curation.none());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String id = readings.get(random.nextInt(readings.size())).article().id();
      String other = readings.get(random.nextInt(readings.size())).article().id();
      String official = iri(graphs, id, "p0");
      lines.add("same %s %s".formatted(official, iri(graphs, other, "p0")));
      lines.add("different %1$s@%2$s %1$s".formatted(iri(graphs, other, "p0o"), other));
      lines.add(
          "reject %s %s holdsOffice %s"
              .formatted(random.nextBoolean() ? "*" : id, official, iri(graphs, id, "p0o")));
      lines.add("rename %s \"The one\"".formatted(official));
    }
    return Curation.read(Files.write(folder.resolve("curation.tsv"), lines), Chy.DEFAULT_BASE);
  }

  private static String iri(GraphMaker.Graphs graphs, String article, String key) {
    return Optional.ofNullable(graphs.resolution().entities(article).get(key)).orElseThrow().iri();
  }

  private static List<String> inMemory(List<ArticleReading> readings, Curation curation) {
    TreeMap<String, ArticleReading> sorted = new TreeMap<>();
    readings.forEach(reading -> sorted.put(reading.article().id(), reading));
    GraphMaker.Graphs graphs = MAKER.graphs(sorted.values(), Chy.DEFAULT_BASE, curation);
    List<Quad> quads = new ArrayList<>(graphs.background());
    sorted.values().forEach(reading -> quads.addAll(graphs.of(reading)));
    return List.copyOf(SortedNQuads.lines(quads));
  }

  private static void change(
      Path store,
      StoredCorpus.Thrift thrift,
      List<ArticleReading> added,
      List<String> removed,
      Curation curation) {
    try (StoredCorpus corpus = StoredCorpus.open(store, "test", MAKER, thrift)) {
      added.forEach(corpus::put);
      removed.forEach(article -> assertThat(corpus.remove(article)).isTrue());
      corpus.commit(
          Chy.DEFAULT_BASE,
          curation,
          violation -> {
            throw new AssertionError(violation);
          });
    }
  }

  private static List<String> contents(Path folder) {
    try (Store store = Store.open(folder)) {
      return store.read(dataset -> List.copyOf(SortedNQuads.lines(dataset.stream().toList())));
    }
  }
}
