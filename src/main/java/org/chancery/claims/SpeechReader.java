package org.chancery.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.analysis.Sentence;
import org.chancery.analysis.Token;
import org.chancery.article.Article;
import org.chancery.article.Span;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.chancery.ontology.VerbClasses;
import org.chancery.ontology.WordLists;

/** Finds who says the direct speech of an article. Speech without a sure speaker is no claim. */
final class SpeechReader {
  private static final int SHORTEST_WORDS = 4;

  /** Words that the tagger takes for prepositions, and that open a clause with its own subject. */
  private static final Set<String> CONJUNCTIONS = WordLists.load().require("clause-opener");

  private final VerbClasses verbs = VerbClasses.load();

  /** A stretch of speech with the sentences that it touches. */
  private record Stretch(Span words, List<Analysis.Read> sentences) {}

  /** Adds the quotations whose speaker is known, and returns them by key. */
  Map<String, Referent> read(Analysis analysis, Cast cast, Discourse discourse, Ledger ledger) {
    Map<String, Referent> quotations = new TreeMap<>();
    Optional<String> last = Optional.empty();
    Span lastWords = new Span(0, 1);
    for (Stretch stretch : stretches(analysis)) {
      Article article = analysis.article();
      Optional<Attribution> attribution = attribution(stretch, discourse);
      if (attribution.isEmpty()
          && last.isPresent()
          && goesOn(article, stretch, lastWords, analysis)) {
        attribution = Optional.of(new Attribution(last.get(), stretch.words()));
      }
      if (attribution.isEmpty()) {
        last = Optional.empty();
        continue;
      }
      last = Optional.of(attribution.get().speaker());
      lastWords = attribution.get().evidence().through(stretch.words());
      String words = stretch.words().of(article.text());
      if (words.trim().split("\\s+", -1).length < SHORTEST_WORDS) {
        continue;
      }
      String key = "quotation/" + (quotations.size() + 1);
      quotations.put(key, new Referent.Quotation(key, words, stretch.words()));
      List<Span> evidence = List.of(attribution.get().evidence().through(stretch.words()));
      ledger.add(
          new Claim(
              key,
              Predicate.SPEAKER,
              new Argument.Thing(attribution.get().speaker()),
              Status.ASSERTED,
              false,
              "direct-speech",
              0.95,
              evidence));
      ledger.add(
          new Claim(
              key,
              Predicate.TEXT,
              new Argument.Words(words),
              Status.ASSERTED,
              false,
              "direct-speech",
              0.95,
              List.of(stretch.words())));
    }
    return quotations;
  }

  private record Attribution(String speaker, Span evidence) {}

  private static List<Stretch> stretches(Analysis analysis) {
    Map<Span, List<Analysis.Read>> byWords = new TreeMap<>();
    for (Analysis.Read read : analysis.sentences()) {
      for (Mention mention : read.mentions()) {
        if (mention instanceof Mention.Quote quote) {
          byWords.computeIfAbsent(quote.words(), words -> new ArrayList<>()).add(read);
        }
      }
    }
    List<Stretch> stretches = new ArrayList<>();
    byWords.forEach((words, sentences) -> stretches.add(new Stretch(words, sentences)));
    stretches.sort(Comparator.comparing(Stretch::words));
    return stretches;
  }

  /** The speaker named in a sentence that the speech touches, outside the speech. */
  private Optional<Attribution> attribution(Stretch stretch, Discourse discourse) {
    List<Analysis.Read> sentences = stretch.sentences();
    // the tag stands most often where the speech ends, else where it begins
    for (int i = sentences.size() - 1; i >= 0; i--) {
      Optional<Attribution> found = tag(sentences.get(i), stretch, discourse);
      if (found.isPresent()) {
        return found;
      }
    }
    return before(stretch, discourse);
  }

  /** A sentence that is all speech, right behind "X said that …" in one paragraph, is X's. */
  private Optional<Attribution> before(Stretch stretch, Discourse discourse) {
    Analysis.Read first = stretch.sentences().get(0);
    int index = first.sentence().index();
    boolean whole = first.sentence().span().start() >= stretch.words().start() - 2;
    if (!whole || index == 0) {
      return Optional.empty();
    }
    Analysis.Read previous = discourse.sentence(index - 1);
    boolean paragraph = previous.sentence().zone().equals(first.sentence().zone());
    boolean quotes = previous.mentions().stream().anyMatch(Mention.Quote.class::isInstance);
    return paragraph && !quotes ? tag(previous, stretch, discourse) : Optional.empty();
  }

  private Optional<Attribution> tag(Analysis.Read read, Stretch stretch, Discourse discourse) {
    Sentence sentence = read.sentence();
    boolean[] spoken = new boolean[sentence.size()];
    for (Mention mention : read.mentions()) {
      if (mention instanceof Mention.Quote quote) {
        for (int i = quote.from(); i < quote.to(); i++) {
          spoken[i] = true;
        }
      }
    }
    int best = Integer.MAX_VALUE;
    Optional<Attribution> found = Optional.empty();
    for (int at = 0; at < sentence.size(); at++) {
      if (spoken[at]
          || !sentence.token(at).isVerb()
          || !verbs.contains("say", sentence.token(at).lemma())) {
        continue;
      }
      Optional<Mention> speaker = speaker(read, at, spoken);
      if (speaker.isEmpty()) {
        continue;
      }
      List<String> keys = discourse.referents(read, speaker.get(), Discourse.Role.PERSON);
      if (keys.size() != 1 || !keys.get(0).startsWith("official/")) {
        continue;
      }
      int distance = distance(sentence.token(at).span(), stretch.words());
      // "as X pointed out" in the middle of what another says: the last tag counts
      boolean aside = precededByAs(sentence, speaker.get(), at);
      if (aside) {
        distance += 10_000;
      }
      if (distance <= best) {
        best = distance;
        int from = Math.min(at, speaker.get().from());
        int to = Math.max(at + 1, speaker.get().to());
        found = Optional.of(new Attribution(keys.get(0), sentence.span(from, to)));
      }
    }
    return found;
  }

  private static boolean precededByAs(Sentence sentence, Mention speaker, int verb) {
    int first = Math.min(speaker.from(), verb);
    return first > 0 && sentence.token(first - 1).is("as");
  }

  private static int distance(Span verb, Span words) {
    if (verb.start() >= words.end()) {
      return verb.start() - words.end();
    }
    return Math.max(0, words.start() - verb.end());
  }

  /** Who does the saying: right before the verb, or right behind it. */
  private Optional<Mention> speaker(Analysis.Read read, int verb, boolean[] spoken) {
    Sentence sentence = read.sentence();
    Optional<Mention> before = Optional.empty();
    for (Mention mention : read.mentions()) {
      if (!isSpeaker(mention) || spoken[mention.from()]) {
        continue;
      }
      if (mention.to() <= verb
          && clear(sentence, mention.to(), verb, spoken)
          && mayBeSubject(read, mention)) {
        before = Optional.of(mention);
      }
      if (mention.from() == verb + 1
          && (before.isEmpty() || !adjacent(sentence, before.get(), verb))) {
        boolean object = before.isPresent();
        if (!object) {
          return Optional.of(mention);
        }
      }
    }
    return before;
  }

  /** Not behind a preposition or verb, and not in a list that is: "with A and B", "told A". */
  private static boolean mayBeSubject(Analysis.Read read, Mention mention) {
    int from = mention.from();
    boolean moved = true;
    while (moved) {
      moved = false;
      int before = from;
      while (before > 0
          && (read.sentence().token(before - 1).is("and")
              || read.sentence().token(before - 1).isComma())) {
        before--;
      }
      for (Mention other : read.mentions()) {
        if (before < from && other.to() == before && isSpeaker(other)) {
          from = other.from();
          moved = true;
        }
      }
    }
    if (from == 0) {
      return true;
    }
    Token before = read.sentence().token(from - 1);
    String tag = before.tag();
    boolean clause = CONJUNCTIONS.contains(before.word().toLowerCase(Locale.ROOT));
    return clause || !tag.equals("IN") && !tag.equals("TO") && !tag.startsWith("VB");
  }

  private static boolean adjacent(Sentence sentence, Mention mention, int verb) {
    return mention.to() == verb || sentence.token(verb - 1).tag().startsWith("RB");
  }

  private static boolean isSpeaker(Mention mention) {
    return mention instanceof Mention.Person
        || mention instanceof Mention.Post post && !post.office().plural()
        || mention instanceof Mention.Pronoun pronoun
            && (pronoun.word().equals("he") || pronoun.word().equals("she"));
  }

  /** Whether nothing between subject and verb could be the verb's own subject. */
  private static boolean clear(Sentence sentence, int from, int to, boolean[] spoken) {
    for (int i = from; i < to; i++) {
      String tag = sentence.token(i).tag();
      if (spoken[i]) {
        return false;
      }
      if (tag.equals("PRP") || tag.equals("WDT")) {
        return false;
      }
      if (tag.startsWith("NNP") && i == to - 1) {
        return false;
      }
    }
    return to - from < 16;
  }

  /**
   * Whether a stretch without a tag carries on with the last speaker: the same paragraph, or only
   * speech in it.
   */
  private boolean goesOn(Article article, Stretch stretch, Span last, Analysis analysis) {
    Analysis.Read first = stretch.sentences().get(0);
    boolean sameZone = first.sentence().zone().span().contains(last);
    if (sameZone) {
      return true;
    }
    if (last.end() > stretch.words().start()) {
      return false;
    }
    String between = article.text().substring(last.end(), stretch.words().start());
    // what is left of the sentence with the tag, a line end, a mark
    boolean next = between.matches("[^.!?\\n]{0,40}[.!?”\"]*\\s*[“\"]?");
    boolean onlySpeech =
        stretch.sentences().get(0).sentence().span().start() >= stretch.words().start() - 2
            && stretch.sentences().get(stretch.sentences().size() - 1).sentence().span().end()
                <= stretch.words().end() + 3;
    return onlySpeech && next && analysis.sentences().size() > 1;
  }
}
