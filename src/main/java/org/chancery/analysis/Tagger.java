package org.chancery.analysis;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.chancery.article.Article;
import org.chancery.article.Span;
import org.chancery.article.Zone;

/**
 * Splits zones into sentences and tokens, and tags them. Slow to make, safe to share between
 * threads.
 */
final class Tagger {
  private final StanfordCoreNLP pipeline;

  Tagger() {
    Properties settings = new Properties();
    settings.setProperty("annotators", "tokenize,pos,lemma,ner");
    settings.setProperty("tokenize.options", "untokenizable=noneKeep");
    settings.setProperty("ssplit.newlineIsSentenceBreak", "never");
    settings.setProperty(
        "ner.model", "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz");
    settings.setProperty("ner.applyNumericClassifiers", "false");
    settings.setProperty("ner.applyFineGrained", "false");
    settings.setProperty("ner.buildEntityMentions", "false");
    settings.setProperty("ner.useSUTime", "false");
    settings.setProperty("ner.statisticalOnly", "true");
    pipeline = new StanfordCoreNLP(settings, true);
  }

  /** The sentences of the zones that are read, in the order of the text. */
  List<Sentence> sentences(Article article) {
    List<Sentence> sentences = new ArrayList<>();
    for (Zone zone : article.zones()) {
      if (zone.kind().isRead()) {
        add(zone, zone.span().of(article.text()), sentences);
      }
    }
    return sentences;
  }

  private void add(Zone zone, String text, List<Sentence> sentences) {
    Annotation annotation = new Annotation(text);
    pipeline.annotate(annotation);
    for (CoreMap sentence : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
      List<Token> tokens = new ArrayList<>();
      for (CoreLabel label : sentence.get(CoreAnnotations.TokensAnnotation.class)) {
        Span span = new Span(label.beginPosition(), label.endPosition());
        Span inArticle =
            new Span(zone.span().start() + span.start(), zone.span().start() + span.end());
        tokens.add(
            new Token(
                tokens.size(),
                span.of(text),
                label.lemma(),
                label.tag(),
                nameTag(label.ner()),
                inArticle));
      }
      if (!tokens.isEmpty()) {
        sentences.add(new Sentence(sentences.size(), zone, tokens));
      }
    }
  }

  private static Token.NameTag nameTag(String tag) {
    return switch (tag) {
      case "PERSON" -> Token.NameTag.PERSON;
      case "LOCATION" -> Token.NameTag.LOCATION;
      case "ORGANIZATION" -> Token.NameTag.ORGANIZATION;
      default -> Token.NameTag.NONE;
    };
  }
}
