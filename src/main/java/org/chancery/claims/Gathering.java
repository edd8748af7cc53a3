package org.chancery.claims;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.analysis.Token;
import org.chancery.article.Zone;
import org.chancery.ontology.VerbClasses;

/** "We, the ministers of Mali, Niger and Chad, met today": parties that a communiqué tells of. */
record Gathering(Analysis analysis, Discourse discourse) {
  /** How many sentences a communiqué may take to say who met. */
  private static final int OPENING = 6;

  private static final VerbClasses VERBS = VerbClasses.load();

  /**
   * Those who met.
   *
   * @param read the sentence that tells it
   * @param parties keys of countries and organizations
   */
  record Told(Analysis.Read read, List<String> parties) {
    Told {
      parties = List.copyOf(parties);
    }
  }

  /** The first sentence near the top that tells who met. */
  Optional<Told> find() {
    return analysis.sentences().stream()
        .filter(read -> read.sentence().zone().kind() == Zone.Kind.BODY)
        .limit(OPENING)
        .flatMap(read -> told(read).stream())
        .findFirst();
  }

  private Optional<Told> told(Analysis.Read read) {
    for (Mention mention : read.mentions()) {
      boolean plural =
          mention instanceof Mention.Group
              || mention instanceof Mention.Post post && post.office().plural();
      int verb = plural ? verb(read, mention.head() + 1) : read.sentence().size();
      if (verb < read.sentence().size() && met(read, verb)) {
        Set<String> parties = parties(read, mention, verb);
        return parties.size() > 1
            ? Optional.of(new Told(read, List.copyOf(parties)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The first finite verb from a position on; the end if there is none. */
  private static int verb(Analysis.Read read, int from) {
    int at = from;
    while (at < read.sentence().size() && !read.sentence().token(at).tag().matches("VB[DZP]?|MD")) {
      at++;
    }
    return at;
  }

  /** Whether a verb tells of a meeting that took place, and nobody's whom they met. */
  private static boolean met(Analysis.Read read, int verb) {
    Token token = read.sentence().token(verb);
    Token next = read.sentence().token(Math.min(verb + 1, read.sentence().size() - 1));
    Token last = read.sentence().token(verb - 1);
    return token.tag().equals("VBD")
        && VERBS.contains("assemble", token.lemma())
        && !last.tag().equals("RB")
        && (next.tag().matches("IN|TO|RB|\\.|,")
            || next.tag().equals("NN") && isDay(read, verb + 1))
        && !next.is("with");
  }

  private static boolean isDay(Analysis.Read read, int at) {
    return read.mentions().stream()
        .anyMatch(mention -> mention instanceof Mention.Time && mention.from() == at);
  }

  private Set<String> parties(Analysis.Read read, Mention first, int verb) {
    Set<String> parties = new LinkedHashSet<>();
    for (Mention mention : read.mentions()) {
      boolean here = mention.from() >= first.from() && mention.to() <= verb;
      boolean party =
          mention instanceof Mention.Country
              || mention instanceof Mention.Organization
              || mention instanceof Mention.Post post && post.office().plural();
      if (here && party) {
        parties.addAll(discourse.referents(read, mention, Discourse.Role.PARTY));
      }
    }
    return parties;
  }
}
