package org.chancery.cli;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chancery.ParallelReader;
import org.chancery.Pipeline;
import org.chancery.StoredCorpus;
import org.chancery.article.Article;
import org.chancery.article.Read;
import org.chancery.claims.ArticleReading;

/** Takes the inputs of one build into a corpus and counts what becomes of them. */
final class Intake {
  private final StoredCorpus corpus;
  private final Supplier<Pipeline> pipeline;
  private final PrintWriter err;
  private final Set<String> articles = new LinkedHashSet<>();
  private Optional<Pipeline> loaded = Optional.empty();
  private int inputs;
  private int added;
  private int updated;
  private int unchanged;
  private int rejected;

  /**
   * Makes an intake.
   *
   * @param pipeline is asked for when there is an article to be read
   * @param err takes a line for each input that is passed over
   */
  Intake(StoredCorpus corpus, Supplier<Pipeline> pipeline, PrintWriter err) {
    this.corpus = corpus;
    this.pipeline = pipeline;
    this.err = err;
  }

  /**
   * Takes all inputs, of which it reads those that the corpus does not have.
   *
   * @throws IllegalStateException if an input got lost
   */
  void take(Stream<Read> all) {
    new ParallelReader(this::read).read(all.filter(this::mustBeTold), this::put, this::reject);
    if (inputs != added + updated + unchanged + rejected) {
      throw new IllegalStateException("of %d inputs, %s".formatted(inputs, line()));
    }
  }

  private boolean mustBeTold(Read input) {
    inputs++;
    if (input instanceof Read.Ok ok) {
      articles.add(ok.article().id());
      if (corpus.isCurrent(ok.article())) {
        unchanged++;
        return false;
      }
      // Here and not in the threads that read: what is wrong with a rule is wrong with the run.
      if (loaded.isEmpty()) {
        loaded = Optional.of(pipeline.get());
      }
    }
    return true;
  }

  private ArticleReading read(Article article) {
    return loaded.orElseThrow().read(article);
  }

  private void put(ArticleReading reading) {
    if (corpus.has(reading.article().id())) {
      updated++;
    } else {
      added++;
    }
    corpus.put(reading);
  }

  private void reject(Read.Rejected no) {
    rejected++;
    err.println(ErrorLine.of(no));
  }

  /** How many inputs were passed over. */
  int rejected() {
    return rejected;
  }

  /** Whether no input was an article that could be read, now or before. */
  boolean isEmpty() {
    return added + updated + unchanged == 0;
  }

  /** Identifiers of the articles among the inputs, in their order. */
  Set<String> articles() {
    return articles;
  }

  /** The counts, for people. */
  String line() {
    int read = added + updated;
    return "%d article%s read (%d new, %d updated), %d unchanged, %d rejected."
        .formatted(read, read == 1 ? "" : "s", added, updated, unchanged, rejected);
  }
}
