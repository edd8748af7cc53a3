package org.chancery.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chancery.GraphMaker;
import org.chancery.StoredCorpus;
import org.chancery.SyntheticNews;
import org.chancery.ontology.Chy;
import org.chancery.resolution.Curation;
import org.chancery.validation.Violation;

/**
 * How long it takes, and how much memory, to resolve, graph, check and load invented readings of
 * many articles, and then to add one, change one and remove one.
 *
 * <pre>Scale ARTICLES [FOLDER]</pre>
 *
 * With a folder that holds a store already, only the small changes are measured, in a process that
 * did nothing before.
 */
public final class Scale {
  private Scale() {}

  public static void main(String[] arguments) throws IOException {
    // As the program itself does, whatever the machine's language.
    Locale.setDefault(Locale.ROOT);
    int articles = Integer.parseInt(arguments[0]);
    boolean kept = arguments.length > 1;
    Path folder = kept ? Path.of(arguments[1]) : Files.createTempDirectory("chancery-scale");
    try {
      measure(articles, folder.resolve("store"));
    } finally {
      if (!kept) {
        remove(folder);
      }
    }
  }

  private static void measure(int articles, Path store) {
    SyntheticNews news = new SyntheticNews(1, articles);
    if (Files.notExists(store)) {
      run(
          "build " + articles,
          store,
          corpus -> {
            for (int article = 0; article < articles; article++) {
              corpus.put(news.reading(article));
            }
          });
    }
    run("add one", store, corpus -> corpus.put(news.reading(articles)));
    run("change one", store, corpus -> corpus.put(news.reading(articles, 1)));
    run("remove one", store, corpus -> corpus.remove(SyntheticNews.id(articles)));
  }

  private interface Change {
    void on(StoredCorpus corpus);
  }

  private static void run(String what, Path store, Change change) {
    long start = System.nanoTime();
    double busy = cpuSeconds();
    try (StoredCorpus corpus =
        StoredCorpus.open(store, "synthetic", GraphMaker.load(), StoredCorpus.Thrift.STANDARD)) {
      change.on(corpus);
      long put = System.nanoTime();
      StoredCorpus.Outcome outcome = corpus.commit(Chy.DEFAULT_BASE, Curation.none(), Scale::fail);
      long end = System.nanoTime();
      System.out.printf(
          "%-14s %8.1f s readings %8.1f s graphs %8.1f s processor %8.0f MiB  %d quads, %d graphs made, %s%n",
          what,
          (put - start) / 1e9,
          (end - put) / 1e9,
          cpuSeconds() - busy,
          PeakMemory.mebibytes(),
          outcome.quads(),
          outcome.regraphed(),
          outcome.afresh() ? "afresh" : "amended");
    }
  }

  /** What the whole process has used of all processors. */
  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getProcessCpuTime()
        / 1e9;
  }

  private static void fail(Violation violation) {
    throw new AssertionError(violation);
  }

  static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
