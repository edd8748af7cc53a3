package org.chancery.claims;

import java.util.List;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Parser;
import org.chancery.ontology.Signatures;

/** The sentences that {@link ClaimExtractor} parses, so that parsing can be timed by itself. */
public final class ParsedSentences {
  private final EventReader events;

  public ParsedSentences(Parser parser, Signatures signatures) {
    events = new EventReader(parser, signatures);
  }

  /** Those of one article, in the order of the text. */
  public List<Analysis.Read> of(Analysis analysis) {
    return analysis.sentences().stream().filter(events::isParsed).toList();
  }
}
