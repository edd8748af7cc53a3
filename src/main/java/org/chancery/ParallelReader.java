package org.chancery;

import java.util.function.Consumer;
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
 */
public record ParallelReader(Function<Article, ArticleReading> reader) {
  /**
   * Reads until the inputs end. An article that cannot be read is passed over, whatever went wrong.
   *
   * @param inputs drawn one at a time, never far ahead of what is told
   * @param read takes what each article says
   * @param rejected takes what is no article, and with the code {@code analysis-failed} what could
   *     not be analysed
   * @throws UserException if the thread is interrupted
   * @throws OutOfMemoryError if memory runs out: there will be none for the next article, either
   */
  public void read(
      Stream<Read> inputs, Consumer<ArticleReading> read, Consumer<Read.Rejected> rejected) {
    InOrder.work(inputs.iterator(), input -> outcome(input, read, rejected), Runnable::run);
  }

  /** What is to be told of an input once its turn comes. */
  private Runnable outcome(
      Read input, Consumer<ArticleReading> read, Consumer<Read.Rejected> rejected) {
    if (input instanceof Read.Rejected no) {
      return () -> rejected.accept(no);
    }
    if (input instanceof Read.Ok ok) {
      try {
        ArticleReading reading = reader.apply(ok.article());
        return () -> read.accept(reading);
      } catch (OutOfMemoryError exhausted) {
        throw exhausted;
      } catch (Throwable failure) { // Also a stack overflow: the next article may be shallower.
        return () -> rejected.accept(failed(ok.article(), failure));
      }
    }
    throw new AssertionError("no outcome of " + input);
  }

  private static Read.Rejected failed(Article article, Throwable failure) {
    return new Read.Rejected(
        article.id(), "analysis-failed", failure + ". This is our bug: please report it");
  }
}
