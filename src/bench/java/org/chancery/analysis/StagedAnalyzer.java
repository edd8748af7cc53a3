package org.chancery.analysis;

import java.util.List;
import org.chancery.article.Article;
import org.chancery.reference.Reference;

/**
 * The analyzer's first stage by itself, so that it can be timed: what {@link Analyzer} does after
 * it are days and mentions.
 */
public final class StagedAnalyzer {
  private final Tagger tagger = new Tagger();
  private final Analyzer whole;

  public StagedAnalyzer(Reference reference) {
    whole = new Analyzer(reference);
  }

  /** Tokens, tags, lemmas and names. */
  public List<Sentence> tag(Article article) {
    return tagger.sentences(article).sentences();
  }

  /** Everything, tagging included. */
  public Analysis analyze(Article article) {
    return whole.analyze(article);
  }
}
