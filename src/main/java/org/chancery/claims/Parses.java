package org.chancery.claims;

import java.util.HashMap;
import java.util.Map;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Parse;
import org.chancery.analysis.Parser;

/** The parses of one article's sentences, each made once, and only when it is asked for. */
final class Parses {
  private final Parser parser;
  private final Map<Integer, Parse> bySentence = new HashMap<>();

  Parses(Parser parser) {
    this.parser = parser;
  }

  Parse of(Analysis.Read read) {
    return bySentence.computeIfAbsent(read.sentence().index(), index -> parser.parse(read.units()));
  }
}
