package org.chancery.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chancery.Pipeline;
import org.chancery.article.Article;
import org.chancery.article.Zoner;
import org.chancery.claims.ArticleReading;

/** Chancery from the text to its claims, on so many threads. */
final class Ours implements Contestant.Reading {
  private final Zoner zoner = Zoner.standard();
  private final Pipeline pipeline = Pipeline.load();
  private final int threads;

  Ours(int threads) {
    this.threads = threads;
  }

  @Override
  public int read(Corpus corpus) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<ArticleReading>> readings = new ArrayList<>();
      for (Article article : corpus.articles()) {
        readings.add(
            workers.submit(
                () ->
                    pipeline.read(
                        zoner.article(article.id(), article.text(), article.contentHash()))));
      }
      int claims = 0;
      for (Future<ArticleReading> reading : readings) {
        claims += reading.get().claims().size();
      }
      return claims;
    } catch (ExecutionException failure) {
      throw new IllegalStateException("an article could not be read", failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", stop);
    } finally {
      workers.shutdownNow();
    }
  }
}
