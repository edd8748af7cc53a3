package org.chancery.analysis;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.chancery.article.Article;
import org.chancery.article.Span;
import org.chancery.article.Zone;

/**
 * Splits zones into sentences and tokens, and tags them. Slow to make, safe to share between
 * threads.
 */
final class Tagger {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:H\\.(?:E|M|R\\.H|S\\.H)|Hon|Amb|Gov)\\.?");
  private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}(?:\\.\\p{Lu})+\\.?");

  private final Titles titles = new Titles();
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
    return mended(sentences);
  }

  /** A few words that stand by themselves, such as the place of a dateline. */
  Optional<Sentence> phrase(String words) {
    List<Sentence> sentences = new ArrayList<>();
    Span span = new Span(0, words.length());
    add(new Zone(Zone.Kind.DATELINE, span), words, sentences);
    return sentences.stream().findFirst();
  }

  /**
   * Puts together what was split behind the periods of an abbreviation: "… received H.E. | Mr. …",
   * "… met U.S. | Under Secretary …".
   */
  private List<Sentence> mended(List<Sentence> sentences) {
    List<Sentence> mended = new ArrayList<>();
    for (Sentence sentence : sentences) {
      int last = mended.size() - 1;
      if (last >= 0 && goesOn(mended.get(last), sentence)) {
        mended.set(last, joined(mended.get(last), sentence));
      } else {
        mended.add(new Sentence(mended.size(), sentence.zone(), sentence.tokens()));
      }
    }
    return mended;
  }

  private boolean goesOn(Sentence before, Sentence after) {
    String end = before.token(before.size() - 1).word();
    String word =
        end.equals(".") && before.size() > 1 ? before.token(before.size() - 2).word() : end;
    return before.zone().equals(after.zone())
        && (ADDRESS.matcher(word).matches()
            || ACRONYM.matcher(word).matches() && opensWithTitle(after));
  }

  /** "Under Secretary of State …", "Trade Minister …", but not "The minister …". */
  private boolean opensWithTitle(Sentence sentence) {
    for (int at = 0; at < Math.min(4, sentence.size()); at++) {
      if (!sentence.token(at).isCapitalized() || sentence.token(at).tag().equals("DT")) {
        return false;
      }
      if (titles.startingAt(sentence, at).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Sentence joined(Sentence before, Sentence after) {
    List<Token> tokens = new ArrayList<>(before.tokens());
    int last = tokens.size() - 1;
    if (tokens.get(last).word().equals(".")) {
      tokens.remove(last);
    }
    for (Token token : after.tokens()) {
      tokens.add(
          new Token(
              tokens.size(), token.word(), token.lemma(), token.tag(), token.name(), token.span()));
    }
    return new Sentence(before.index(), before.zone(), tokens);
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
