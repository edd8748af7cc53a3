package org.chancery.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.chancery.ClaimTally;
import org.chancery.StoredCorpus;
import org.chancery.article.Span;
import org.chancery.claims.ArticleReading;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.chancery.resolution.Curation;

/**
 * What a store holds after a build, in figures.
 *
 * @param curation the decisions it was made with
 */
record BuildSummary(StoredCorpus.Outcome outcome, Curation curation) {
  String text(Path store, Duration took) {
    int articles = outcome.articles();
    return """
        %s%d article%s, %d things and %d quads in %s.
        %d sentences with a trigger word gave no event.
        %s%.1f s.
        """
        .formatted(
            table(),
            articles,
            articles == 1 ? "" : "s",
            outcome.things(),
            outcome.quads(),
            store,
            outcome.silent(),
            decisions(),
            took.toMillis() / 1000.0);
  }

  private String decisions() {
    int count = curation.decisions().size();
    return count == 0
        ? ""
        : "%d decision%s of %s.\n"
            .formatted(count, count == 1 ? "" : "s", curation.file().orElseThrow());
  }

  /** How many claims of each relation have which status. */
  private String table() {
    StringBuilder table = new StringBuilder();
    table.append("%-12s".formatted("claims"));
    for (Status status : Status.values()) {
      table.append("%10s".formatted(status.name().toLowerCase(Locale.ROOT)));
    }
    table.append('\n');
    for (Predicate predicate : Predicate.values()) {
      StringBuilder row = new StringBuilder("%-12s".formatted(predicate.localName()));
      int sum = 0;
      for (Status status : Status.values()) {
        int count = outcome.claims().getOrDefault(ClaimTally.kind(predicate, status), 0);
        sum += count;
        row.append("%10d".formatted(count));
      }
      if (sum > 0) {
        table.append(row).append('\n');
      }
    }
    return table.toString();
  }

  /** The sentences that had a trigger word and gave no event, with their offsets. */
  static String silentSentences(ArticleReading reading) {
    StringBuilder list = new StringBuilder();
    for (Span span : reading.silent()) {
      String sentence = span.of(reading.article().text()).replaceAll("\\s+", " ");
      list.append(
          "  %s [%d, %d): %s\n"
              .formatted(reading.article().id(), span.start(), span.end(), sentence));
    }
    return list.toString();
  }
}
