package org.chancery.bench;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.util.Properties;
import org.chancery.article.Article;

/** CoreNLP's own way from a text to relations: coreference and KBP, with its default models. */
final class StockPipeline implements Contestant.Reading {
  /** All that is set; the rest is as it comes, statistical coreference among it. */
  static final String ANNOTATORS = "tokenize,pos,lemma,ner,depparse,coref,kbp";

  private final StanfordCoreNLP pipeline;

  StockPipeline() {
    Properties settings = new Properties();
    settings.setProperty("annotators", ANNOTATORS);
    pipeline = new StanfordCoreNLP(settings);
  }

  @Override
  public int read(Corpus corpus) {
    int relations = 0;
    for (Article article : corpus.articles()) {
      Annotation annotation = new Annotation(article.text());
      pipeline.annotate(annotation);
      for (CoreMap sentence : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
        relations += sentence.get(CoreAnnotations.KBPTriplesAnnotation.class).size();
      }
    }
    return relations;
  }
}
