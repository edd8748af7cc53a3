package org.chancery;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.article.Article;
import org.chancery.article.Read;
import org.chancery.claims.ArticleReading;

/**
 * Reads many articles on all cores. What becomes of them is told on the caller's thread and in the
 * order of the inputs, however long each takes.
 *
 * @param reader reads one article; called by several threads at once
 * @param limit how long one article may take
 */
public record ParallelReader(Function<Article, ArticleReading> reader, Duration limit) {
  /** An article of a hundred pages takes a tenth of it. */
  public static final Duration LIMIT = Duration.ofMinutes(2);

  /** Parsers go down as deep as sentences are nested; the same on every machine. */
  private static final long STACK_BYTES = 16L << 20;

  /** Is told what becomes of the inputs. */
  public interface Taker {
    /** An article was read. */
    void read(Read.Ok input, ArticleReading reading, Duration took);

    /**
     * An input is no article, or could not be analysed, with the code {@code analysis-failed} or
     * {@code timeout}.
     */
    void rejected(Read.Rejected no);

    /** An input was passed over. */
    void skipped(Read.Skipped skipped);
  }

  public ParallelReader(Function<Article, ArticleReading> reader) {
    this(reader, LIMIT);
  }

  /**
   * Reads until the inputs end. An article that cannot be read is passed over, whatever went wrong;
   * a thread that works on one beyond the limit is left to itself and replaced.
   *
   * @param inputs drawn one at a time, never far ahead of what is told
   * @throws UserException if the thread is interrupted
   * @throws OutOfMemoryError if memory runs out: there will be none for the next article, either
   */
  public void read(Stream<Read> inputs, Taker taker) {
    ExecutorService threads = Executors.newCachedThreadPool(ParallelReader::thread);
    try {
      InOrder.work(inputs.iterator(), input -> outcome(input, taker, threads), Runnable::run);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "reading", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  /** What is to be told of an input once its turn comes. */
  private Runnable outcome(Read input, Taker taker, ExecutorService threads) {
    if (input instanceof Read.Rejected no) {
      return () -> taker.rejected(no);
    }
    if (input instanceof Read.Skipped skipped) {
      return () -> taker.skipped(skipped);
    }
    if (input instanceof Read.Ok ok) {
      return read(ok, taker, threads);
    }
    throw new AssertionError("no outcome of " + input);
  }

  private Runnable read(Read.Ok input, Taker taker, ExecutorService threads) {
    Article article = input.article();
    long start = System.nanoTime();
    Future<ArticleReading> work = threads.submit(() -> reader.apply(article));
    try {
      ArticleReading reading = work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return () -> taker.read(input, reading, took);
    } catch (TimeoutException late) {
      work.cancel(true);
      return () ->
          taker.rejected(
              rejected(
                  article,
                  "timeout",
                  "reading took more than %d s. Split the article".formatted(limit.toSeconds())));
    } catch (InterruptedException | CancellationException stop) {
      work.cancel(true);
      Thread.currentThread().interrupt();
      throw new UserException(ExitCode.TRY_AGAIN, "Interrupted while at work.", stop);
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause();
      if (cause instanceof OutOfMemoryError exhausted) {
        throw exhausted;
      }
      // Also a stack overflow: the next article may be shallower.
      return () ->
          taker.rejected(
              rejected(article, "analysis-failed", cause + ". This is our bug: please report it"));
    }
  }

  private static Read.Rejected rejected(Article article, String code, String reason) {
    String file = article.origin().file();
    return new Read.Rejected(
        file.isEmpty() ? article.id() : file, article.origin().record(), code, reason);
  }
}
