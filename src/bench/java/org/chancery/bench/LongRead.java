package org.chancery.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.chancery.Pipeline;
import org.chancery.article.Article;

/**
 * Whether reading keeps its pace: many articles one after the other on all processors, with the
 * time of each and the speed of each quarter, by tokens, since articles differ in length. The time
 * of an article is that on its thread, while the other processors read others.
 *
 * <pre>LongRead ARTICLES PATH...</pre>
 */
public final class LongRead {
  private static final int QUARTERS = 4;

  /** When an article was done and how long it took, in nanoseconds. */
  private record Done(long tokens, long took, long at) {}

  private LongRead() {}

  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    Locale.setDefault(Locale.ROOT);
    int most = Integer.parseInt(arguments[0]);
    List<Path> paths = Stream.of(arguments).skip(1).map(Path::of).toList();
    List<Article> articles = Corpus.read(paths, 1).articles().stream().limit(most).toList();
    long loading = System.nanoTime();
    Pipeline pipeline = Pipeline.load();
    System.out.printf("loaded in %.1f s%n", (System.nanoTime() - loading) / 1e9);
    List<Done> done = read(pipeline, articles);
    report(articles.size(), done);
  }

  private static List<Done> read(Pipeline pipeline, List<Article> articles)
      throws InterruptedException, ExecutionException {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Long> lengths = articles.stream().map(article -> Corpus.length(article.text())).toList();
      long start = System.nanoTime();
      List<Future<Done>> readings = new ArrayList<>();
      for (int i = 0; i < articles.size(); i++) {
        Article article = articles.get(i);
        long tokens = lengths.get(i);
        readings.add(
            workers.submit(
                () -> {
                  long begin = System.nanoTime();
                  var unused = pipeline.read(article);
                  long end = System.nanoTime();
                  return new Done(tokens, end - begin, end - start);
                }));
      }
      List<Done> done = new ArrayList<>();
      for (Future<Done> reading : readings) {
        done.add(reading.get());
      }
      return done;
    } finally {
      workers.shutdownNow();
    }
  }

  private static void report(int articles, List<Done> done) {
    double seconds = done.stream().mapToLong(Done::at).max().orElse(0) / 1e9;
    long[] took = done.stream().mapToLong(Done::took).sorted().toArray();
    System.out.printf(
        "%d articles, %d tokens in %.1f s: %.1f articles, %.0f tokens a second%n",
        articles,
        done.stream().mapToLong(Done::tokens).sum(),
        seconds,
        articles / seconds,
        done.stream().mapToLong(Done::tokens).sum() / seconds);
    System.out.printf(
        "an article: median %.0f ms, p99 %.0f ms, longest %.0f ms%n",
        took[took.length / 2] / 1e6,
        took[took.length * 99 / 100] / 1e6,
        Arrays.stream(took).max().orElse(0) / 1e6);
    double last = 0;
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      List<Done> part =
          done.subList(articles * quarter / QUARTERS, articles * (quarter + 1) / QUARTERS);
      double until = part.stream().mapToLong(Done::at).max().orElse(0) / 1e9;
      System.out.printf(
          "quarter %d: %.0f tokens a second%n",
          quarter + 1, part.stream().mapToLong(Done::tokens).sum() / (until - last));
      last = until;
    }
    System.out.printf("peak %.0f MiB (%s)%n", PeakMemory.mebibytes(), PeakMemory.measure());
  }
}
