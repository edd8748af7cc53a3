package org.chancery.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chancery.ExitCode;
import org.chancery.ParallelReader;
import org.chancery.Pipeline;
import org.chancery.StoredCorpus;
import org.chancery.UserException;
import org.chancery.analysis.Analysis;
import org.chancery.article.Article;
import org.chancery.article.Read;
import org.chancery.claims.ArticleReading;

/** Takes the inputs of one build into a corpus and counts what becomes of them. */
final class Intake implements ParallelReader.Taker {
  /**
   * What became of the inputs: each was ingested, unchanged or rejected.
   *
   * @param inputs how many there were
   * @param added ingested, and new to the store
   * @param updated ingested in the place of an earlier reading
   * @param skipped what was no article by its kind, or the same article again: no input
   */
  record Counts(int inputs, int added, int updated, int unchanged, int rejected, int skipped) {
    Counts {
      if (inputs != added + updated + unchanged + rejected) {
        throw new IllegalStateException(
            "of %d inputs, %d were ingested, %d unchanged and %d rejected"
                .formatted(inputs, added + updated, unchanged, rejected));
      }
    }

    /** For people. */
    String line() {
      return "%d input%s read: %d ingested (%d new, %d updated), %d unchanged, %d rejected.%s"
          .formatted(
              inputs,
              inputs == 1 ? "" : "s",
              added + updated,
              added,
              updated,
              unchanged,
              rejected,
              skipped == 0 ? "" : " %d passed over.".formatted(skipped));
    }
  }

  private final StoredCorpus corpus;
  private final Supplier<Pipeline> pipeline;
  private final Progress progress;
  private final Report report;
  private final Optional<Integer> mostErrors;
  private final Set<String> articles = new LinkedHashSet<>();

  /** How many sentences of an article were cut, by its identifier. */
  private final Map<String, Integer> cut = new ConcurrentHashMap<>();

  private Optional<Pipeline> loaded = Optional.empty();
  private int inputs;
  private int added;
  private int updated;
  private int unchanged;
  private int rejected;
  private int skipped;

  /**
   * Makes an intake.
   *
   * @param pipeline is asked for when there is an article to be read
   * @param progress takes a line for each input that is rejected or odd
   * @param mostErrors how many inputs may be rejected
   */
  Intake(
      StoredCorpus corpus,
      Supplier<Pipeline> pipeline,
      Progress progress,
      Report report,
      Optional<Integer> mostErrors) {
    this.corpus = corpus;
    this.pipeline = pipeline;
    this.progress = progress;
    this.report = report;
    this.mostErrors = mostErrors;
  }

  /**
   * Takes all inputs, of which it reads those that the corpus does not have.
   *
   * @return what became of them
   * @throws UserException with {@link ExitCode#DATA} if too many are rejected
   * @throws IllegalStateException if an input got lost
   */
  Counts take(Stream<Read> all) {
    new ParallelReader(this::read).read(all.filter(this::mustBeTold), this);
    return new Counts(inputs, added, updated, unchanged, rejected, skipped);
  }

  /** What became of the inputs that were dealt with until now. */
  Counts untilNow() {
    return new Counts(
        added + updated + unchanged + rejected, added, updated, unchanged, rejected, skipped);
  }

  private boolean mustBeTold(Read input) {
    inputs += input instanceof Read.Skipped ? 0 : 1;
    if (input instanceof Read.Ok ok) {
      articles.add(ok.article().id());
      if (corpus.isCurrent(ok.article())) {
        unchanged++;
        warn(ok);
        report.unchanged(ok);
        progress.step();
        return false;
      }
      // Here and not in the threads that read: what is wrong with a rule is wrong with the run.
      if (loaded.isEmpty()) {
        loaded = Optional.of(pipeline.get());
      }
    }
    return true;
  }

  /** Several threads do this at once. */
  private ArticleReading read(Article article) {
    Pipeline reader = loaded.orElseThrow();
    Analysis analysis = reader.analyzer().analyze(article);
    if (analysis.cut() > 0) {
      cut.put(article.id(), analysis.cut());
    }
    return reader.extractor().extract(analysis);
  }

  /** With a warning if sentences of it were cut: what is told across a cut is missed. */
  private Read.Ok told(Read.Ok input) {
    // Another input may have that identifier.
    int sentences = Optional.ofNullable(cut.remove(input.article().id())).orElse(0);
    if (sentences == 0) {
      return input;
    }
    List<Read.Warning> warnings = new ArrayList<>(input.warnings());
    warnings.add(
        new Read.Warning(
            "long-sentence",
            "%d sentence%s than %d words and marks, and %s read in pieces"
                .formatted(
                    sentences,
                    sentences == 1 ? " has more" : "s have more",
                    Analysis.LONGEST_SENTENCE,
                    sentences == 1 ? "is" : "are")));
    return new Read.Ok(input.article(), input.bytes(), warnings);
  }

  @Override
  public void read(Read.Ok taken, ArticleReading reading, Duration took) {
    Read.Ok input = told(taken);
    boolean known = corpus.has(input.article().id());
    corpus.put(reading);
    if (known) {
      updated++;
    } else {
      added++;
    }
    warn(input);
    report.read(input, reading, known ? "updated" : "new", took);
    progress.step();
  }

  private void warn(Read.Ok input) {
    input.warnings().forEach(warning -> progress.say(ErrorLine.of(input, warning)));
  }

  @Override
  public void rejected(Read.Rejected no) {
    rejected++;
    progress.say(ErrorLine.of(no));
    report.rejected(no);
    progress.step();
    if (mostErrors.isPresent() && rejected > mostErrors.get()) {
      throw new UserException(
          ExitCode.DATA,
          "More than %d input%s rejected, so the build stops; the store is as it was. Mend them, or pass a higher --max-errors."
              .formatted(mostErrors.get(), mostErrors.get() == 1 ? " was" : "s were"));
    }
  }

  @Override
  public void skipped(Read.Skipped input) {
    skipped++;
    if (input.isNoteworthy()) {
      progress.say(ErrorLine.of(input));
    }
    report.skipped(input);
    progress.step();
  }

  /** Identifiers of the articles among the inputs, in their order. */
  Set<String> articles() {
    return articles;
  }
}
