package org.chancery.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.chancery.ExitCode;
import org.chancery.GraphMaker;
import org.chancery.StoredCorpus;
import org.chancery.SyntheticNews;
import org.chancery.UserException;
import org.chancery.archive.Digest;
import org.chancery.claims.ArticleReading;
import org.chancery.graph.SortedNQuads;
import org.chancery.mapping.Mapping;
import org.chancery.mapping.MappingSet;
import org.chancery.ontology.Chy;
import org.chancery.resolution.Curation;
import org.chancery.store.Snapshot;

/**
 * The life of a store, step by step: builds of invented readings, removals, links, a backup, its
 * restoration and an export. Any step may be taken again, and then changes nothing.
 *
 * @param folder holds the store and the files; there is room for nothing else
 */
record FaultSteps(Path folder) {
  /** Makes the next version out of the present one whenever there is one. */
  private static final StoredCorpus.Thrift AMEND = new StoredCorpus.Thrift(1, 100, 0);

  private static final SyntheticNews NEWS = new SyntheticNews(67, 28);
  private static final GraphMaker MAKER = GraphMaker.load();

  /** What a store that is not there holds. */
  static final String NOTHING = "nothing";

  /** What a step is; the number in the list is its place. */
  static final List<String> NAMES =
      List.of(
          "first build",
          "build of more",
          "removal",
          "link",
          "update",
          "backup",
          "restoration",
          "export",
          "build afresh",
          "unlink");

  Path store() {
    return folder.resolve("store");
  }

  Path restored() {
    return folder.resolve("restored");
  }

  Path backup() {
    return folder.resolve("backup.zip");
  }

  Path export() {
    return folder.resolve("export.nq");
  }

  /**
   * Takes a step.
   *
   * @throws UserException if it fails in a way that a person can mend
   */
  void take(int step) {
    switch (NAMES.get(step)) {
      case "first build" -> build(AMEND, readings(0, 20));
      case "build of more" -> build(AMEND, readings(20, 24));
      case "removal" -> remove(SyntheticNews.id(3));
      case "link" -> link(mappings());
      case "update" -> build(AMEND, List.of(NEWS.reading(2, 1)));
      case "backup" -> command("backup", "--store", store(), "-o", backup());
      case "restoration" -> restore();
      case "export" -> command("export", "--format", "nquads", "--store", store(), "-o", export());
      case "build afresh" -> build(StoredCorpus.Thrift.STANDARD, readings(24, 28));
      case "unlink" -> link(MappingSet.EMPTY);
      default -> throw new AssertionError(step);
    }
  }

  private static List<ArticleReading> readings(int from, int end) {
    return IntStream.range(from, end).mapToObj(NEWS::reading).toList();
  }

  private void build(StoredCorpus.Thrift thrift, List<ArticleReading> readings) {
    try (StoredCorpus corpus = StoredCorpus.open(store(), "test", MAKER, thrift)) {
      readings.stream()
          .filter(reading -> !corpus.isCurrent(reading.article()))
          .forEach(corpus::put);
      commit(corpus);
    }
  }

  private void remove(String article) {
    try (StoredCorpus corpus = StoredCorpus.open(store(), "test", MAKER, AMEND)) {
      corpus.remove(article);
      commit(corpus);
    }
  }

  private static void commit(StoredCorpus corpus) {
    corpus.commit(
        Chy.DEFAULT_BASE,
        Curation.none(),
        violation -> {
          throw new AssertionError(violation);
        });
  }

  private void link(MappingSet set) {
    try (StoredCorpus corpus = StoredCorpus.open(store(), "test", MAKER, AMEND)) {
      corpus.link("wikidata", set, Set.of(official()));
    }
  }

  private MappingSet mappings() {
    return new MappingSet(
        List.of(
            new Mapping(
                official(),
                "Official",
                Mapping.SAME_AS,
                false,
                "http://www.wikidata.org/entity/Q91",
                "Official",
                Mapping.MANUAL,
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "",
                "",
                "",
                "")));
  }

  /** The first of the store's officials, in the order of their IRIs. */
  private String official() {
    Node type = NodeFactory.createURI(Chy.NS + "Official");
    try (Snapshot store = Snapshot.of(store())) {
      return store.read(
          dataset -> {
            Set<String> officials = new TreeSet<>();
            dataset
                .find(Node.ANY, Node.ANY, RDF.type.asNode(), type)
                .forEachRemaining(quad -> officials.add(quad.getSubject().getURI()));
            return officials.iterator().next();
          });
    }
  }

  /** As a person would: a restoration that came to its end in spite of all is not made again. */
  private void restore() {
    try {
      command("restore", backup(), "--store", restored());
    } catch (UserException failure) {
      if (failure.exitCode() != ExitCode.CANNOT_CREATE
          || !contents(restored()).equals(contents(store()))) {
        throw failure;
      }
    }
  }

  private static void command(Object... arguments) {
    CommandRun run = CommandRun.of(arguments);
    if (run.exitCode() != ExitCode.OK) {
      throw new UserException(run.exitCode(), String.join("\n", run.messages()));
    }
  }

  /** A hash of all that a store holds. */
  static String contents(Path store) {
    try (Snapshot snapshot = Snapshot.of(store)) {
      return snapshot.read(
          dataset -> {
            List<Quad> quads = dataset.stream().toList();
            MessageDigest hash = Digest.begin();
            SortedNQuads.lines(quads)
                .forEach(line -> hash.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return Digest.end(hash);
          });
    } catch (UserException none) {
      if (none.exitCode() == ExitCode.NO_INPUT) {
        return NOTHING;
      }
      throw none;
    }
  }

  /** What is wrong with the store, if there is one. */
  static List<String> faults(Path store) {
    if (contents(store).equals(NOTHING)) {
      return List.of();
    }
    try (Snapshot snapshot = Snapshot.of(store)) {
      return snapshot.inspect().stream().map(Object::toString).toList();
    }
  }

  /** A hash of a file's bytes. */
  static String bytes(Path file) {
    try {
      MessageDigest hash = Digest.begin();
      hash.update(Files.readAllBytes(file));
      return Digest.end(hash);
    } catch (NoSuchFileException none) {
      return NOTHING;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The names of what lies in the store's folder and its archive. */
  Set<String> files() {
    Set<String> names = new TreeSet<>();
    for (Path place : List.of(store(), store().resolve("archive"))) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> files = Files.list(place)) {
          files.forEach(file -> names.add(file.getFileName().toString().replaceAll("[0-9]+", "N")));
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
      }
    }
    return names;
  }

  /** How many databases lie in the store's folder. */
  long databases() throws IOException {
    try (Stream<Path> files = Files.list(store())) {
      return files.filter(file -> file.getFileName().toString().startsWith("data-")).count();
    }
  }

  /** Removes all that lies in the folder. */
  void clear() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.delete(file);
        }
      }
    }
  }
}
