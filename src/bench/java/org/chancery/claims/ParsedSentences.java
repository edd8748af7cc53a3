package org.chancery.claims;

import java.util.List;
import org.chancery.analysis.Analysis;
import org.chancery.ontology.RuleBook;
import org.chancery.ontology.Signatures;
import org.chancery.ontology.VerbClasses;

/** The sentences that are parsed for events, so that parsing can be timed by itself. */
public final class ParsedSentences {
  private final EventReader events;

  public ParsedSentences(Signatures signatures) {
    events = new EventReader(RuleBook.load(VerbClasses.load()), signatures);
  }

  /** Those of one article, in the order of the text. */
  public List<Analysis.Read> of(Analysis analysis) {
    return analysis.sentences().stream().filter(events::isParsed).toList();
  }
}
