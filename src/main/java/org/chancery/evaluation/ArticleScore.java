package org.chancery.evaluation;

import java.util.List;

/** One article's facts against its gold lines. */
record ArticleScore(String identifier, List<GoldFact> gold, List<SaidFact> said) {
  /** Counts one relation and adds a line to the errors for each fact that is false or missed. */
  Tally tally(Relation relation, List<String> errors) {
    List<GoldFact> lines = gold.stream().filter(line -> line.relation() == relation).toList();
    if (relation == Relation.SIGNED_IN && lines.isEmpty()) {
      return Tally.NONE; // Not every set annotates it.
    }
    List<SaidFact> facts = said.stream().filter(fact -> fact.relation() == relation).toList();
    return said(lines, facts, errors).plus(required(lines, facts, errors));
  }

  private Tally said(List<GoldFact> lines, List<SaidFact> facts, List<String> errors) {
    int right = 0;
    int trapped = 0;
    for (SaidFact fact : facts) {
      List<GoldFact.Mark> marks =
          lines.stream().filter(line -> line.covers(fact)).map(GoldFact::mark).toList();
      if (marks.stream().anyMatch(GoldFact.Mark::right)) {
        right++;
      } else {
        boolean trap = !marks.isEmpty();
        trapped += trap ? 1 : 0;
        errors.add("%s  FALSE%s  %s".formatted(identifier, trap ? " (trap)" : "", fact));
      }
    }
    return new Tally(0, 0, right, facts.size() - right, trapped);
  }

  private Tally required(List<GoldFact> lines, List<SaidFact> facts, List<String> errors) {
    int required = 0;
    int found = 0;
    for (GoldFact line : lines) {
      if (line.mark() == GoldFact.Mark.ASSERTED) {
        required++;
        if (facts.stream().anyMatch(line::covers)) {
          found++;
        } else {
          errors.add("%s  MISSED  %s".formatted(identifier, line.line()));
        }
      }
    }
    return new Tally(required, found, 0, 0, 0);
  }
}
