package org.chancery.analysis;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.article.Article;
import org.chancery.article.Span;
import org.chancery.article.Zone;
import org.chancery.ontology.WordLists;

/**
 * Splits zones into sentences and tokens, and tags them. Slow to make, safe to share between
 * threads.
 */
final class Tagger {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:H\\.(?:E|M|R\\.H|S\\.H)|Hon|Amb|Gov)\\.?");
  private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}(?:\\.\\p{Lu})+\\.?");

  private final Titles titles = new Titles();
  private static final Set<String> PREFIXES = WordLists.load().require("split-prefix");
  private static final Map<String, String> STAND_INS = WordLists.load().requireValues("stand-in");

  /**
   * Longer sentences are read in pieces. No person writes them; what takes them apart needs more
   * than linear time, and its stack.
   */
  static final int LONGEST = 200;

  /** Splits into sentences. */
  private final StanfordCoreNLP splitter;

  /** Tags them. */
  private final StanfordCoreNLP pipeline;

  Tagger() {
    Properties settings = new Properties();
    settings.setProperty("annotators", "tokenize");
    settings.setProperty("tokenize.options", "untokenizable=noneKeep");
    settings.setProperty("ssplit.newlineIsSentenceBreak", "never");
    splitter = new StanfordCoreNLP(settings, true);
    settings.setProperty("annotators", "pos,lemma,ner");
    settings.setProperty(
        "ner.model", "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz");
    settings.setProperty("ner.applyNumericClassifiers", "false");
    settings.setProperty("ner.applyFineGrained", "false");
    settings.setProperty("ner.buildEntityMentions", "false");
    settings.setProperty("ner.useSUTime", "false");
    settings.setProperty("ner.statisticalOnly", "true");
    // What it says that it lacks, the splitter has done.
    pipeline = new StanfordCoreNLP(settings, false);
  }

  /**
   * The sentences of an article.
   *
   * @param sentences in the order of the text
   * @param cut how many had more than {@link #LONGEST} tokens and are several here
   */
  record Tagged(List<Sentence> sentences, int cut) {
    Tagged {
      sentences = List.copyOf(sentences);
    }
  }

  /** The sentences of the zones that are read. */
  Tagged sentences(Article article) {
    List<Sentence> sentences = new ArrayList<>();
    int cut = 0;
    for (Zone zone : article.zones()) {
      if (zone.kind().isRead()) {
        cut += add(zone, zone.span().of(article.text()), sentences);
      }
    }
    return new Tagged(mended(sentences), cut);
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
        && before.size() + after.size() <= LONGEST
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

  /** Returns how many sentences were cut. */
  private int add(Zone zone, String text, List<Sentence> sentences) {
    String tagged = text;
    for (Map.Entry<String, String> standIn : STAND_INS.entrySet()) {
      tagged = tagged.replace(standIn.getKey(), standIn.getValue());
    }
    Annotation annotation = new Annotation(tagged);
    splitter.annotate(annotation);
    int cut = LongSentences.cut(annotation, LONGEST);
    pipeline.annotate(annotation);
    for (CoreMap sentence : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
      List<Token> tokens = new ArrayList<>();
      for (CoreLabel label : sentence.get(CoreAnnotations.TokensAnnotation.class)) {
        Span span = new Span(label.beginPosition(), label.endPosition());
        int prefix = prefix(span.of(text));
        if (prefix > 0) {
          int hyphen = span.start() + prefix;
          add(zone, text, label, "JJ", new Span(span.start(), hyphen), tokens);
          add(zone, text, label, "HYPH", new Span(hyphen, hyphen + 1), tokens);
          add(zone, text, label, label.tag(), new Span(hyphen + 1, span.end()), tokens);
        } else {
          add(zone, text, label, label.tag(), span, tokens);
        }
      }
      if (!tokens.isEmpty()) {
        sentences.add(new Sentence(sentences.size(), zone, tokens));
      }
    }
    return cut;
  }

  private static void add(
      Zone zone, String text, CoreLabel label, String tag, Span span, List<Token> tokens) {
    String word = span.of(text);
    boolean whole = span.start() == label.beginPosition() && span.end() == label.endPosition();
    Span inArticle = new Span(zone.span().start() + span.start(), zone.span().start() + span.end());
    tokens.add(
        new Token(
            tokens.size(),
            word,
            whole ? label.lemma() : word.toLowerCase(Locale.ROOT),
            tag,
            nameTag(label.ner()),
            inArticle));
  }

  /**
   * The length of a prefix that is read as a word of its own, "ex-minister"; 0 if there is none.
   */
  private static int prefix(String word) {
    int hyphen = word.indexOf('-');
    return hyphen > 0
            && hyphen + 1 < word.length()
            && PREFIXES.contains(word.substring(0, hyphen).toLowerCase(Locale.ROOT))
        ? hyphen
        : 0;
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
