package org.chancery.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.article.Zone;
import org.chancery.ontology.VerbClasses;

/**
 * Turns a sentence into units: each mention becomes one word that the parser knows well, so that
 * long titles and names cannot mislead it. The words stand for their kind only; patterns see the
 * kind, never the word.
 */
final class Collapser {
  private static final Map<String, String> STAND_INS =
      Map.of(
          "OFFICIAL", "Johnson",
          "COUNTRY", "France",
          "CITY", "London",
          "ORGANIZATION", "Microsoft",
          "PLACE", "London",
          "DAY", "Monday");

  private static final VerbClasses VERBS = VerbClasses.load();

  /** Classes whose verbs headlines use, and whose forms are no nouns. */
  private static final List<String> HEADLINE_VERBS = List.of("sign", "accede");

  private static final Set<String> PARTIES = Set.of("OFFICIAL", "COUNTRY", "CITY", "ORGANIZATION");

  private Collapser() {}

  static List<Unit> collapse(Sentence sentence, List<Mention> mentions) {
    List<Mention> order = new ArrayList<>(mentions);
    // speech swallows what is said in it
    order.sort(
        Comparator.comparing((Mention mention) -> !(mention instanceof Mention.Quote))
            .thenComparingInt(Mention::from));
    Mention[] covering = new Mention[sentence.size()];
    for (Mention mention : order) {
      boolean free = true;
      for (int i = mention.from(); i < mention.to(); i++) {
        free &= covering[i] == null;
      }
      if (free) {
        for (int i = mention.from(); i < mention.to(); i++) {
          covering[i] = mention;
        }
      }
    }
    List<Unit> units = new ArrayList<>();
    int at = 0;
    while (at < sentence.size()) {
      Mention mention = covering[at];
      if (mention == null) {
        boolean behindParty =
            !units.isEmpty() && PARTIES.contains(units.get(units.size() - 1).kind());
        units.add(plain(sentence, units.size(), sentence.token(at), behindParty));
        at++;
      } else {
        addMention(sentence, mention, units);
        at = closesApposition(sentence, mention, covering) ? mention.to() + 1 : mention.to();
      }
    }
    return sentence.zone().kind() == Zone.Kind.TITLE ? joined(units) : List.copyOf(units);
  }

  /** A headline's "Oman, Yemen sign accord": its comma joins two parties. */
  private static List<Unit> joined(List<Unit> units) {
    List<Unit> joined = new ArrayList<>(units);
    for (int at = 1; at + 2 < units.size(); at++) {
      Unit comma = units.get(at);
      boolean joins =
          comma.word().equals(",")
              && PARTIES.contains(units.get(at - 1).kind())
              && units.get(at + 1).kind().equals(units.get(at - 1).kind())
              && (units.get(at + 2).tag().startsWith("VB") || units.get(at + 2).tag().equals("TO"));
      if (joins) {
        joined.set(at, new Unit(at, comma.from(), comma.to(), "and", "and", "CC", "O"));
      }
    }
    return List.copyOf(joined);
  }

  /**
   * Whether the comma behind a person only ends the apposition that the mention holds: "The
   * minister, Name, signed", "The ministers, Name and Name, signed". Left in, it would part subject
   * and verb.
   */
  private static boolean closesApposition(Sentence sentence, Mention mention, Mention[] covering) {
    int comma = mention.to();
    boolean apposition =
        mention instanceof Mention.Person
            && comma + 1 < sentence.size()
            && sentence.token(comma).isComma()
            && covering[comma] == null
            && (holdsComma(sentence, mention)
                || holdsComma(sentence, firstOfList(sentence, mention, covering)));
    return apposition
        && covering[comma + 1] == null
        && sentence.token(comma + 1).tag().matches("VB[DZP]|MD|RB");
  }

  private static boolean holdsComma(Sentence sentence, Mention mention) {
    return sentence.tokens().subList(mention.from(), mention.to()).stream()
        .anyMatch(Token::isComma);
  }

  private static Mention firstOfList(Sentence sentence, Mention last, Mention[] covering) {
    Mention first = last;
    int at = first.from() - 1;
    while (at > 0) {
      if (covering[at] instanceof Mention.Person person) {
        first = person;
        at = first.from() - 1;
      } else if (sentence.token(at).is("and") || sentence.token(at).isComma()) {
        at--;
      } else {
        break;
      }
    }
    return first;
  }

  /**
   * A word as it is; in headlines, where capitals mislead the tagger, verbs of events are known by
   * their forms.
   */
  static boolean isHeadlineVerb(Sentence sentence, Token token) {
    String word = Titles.lower(token.word());
    boolean behindName =
        token.index() > 0
            && !token.isCapitalized()
            && !token.tag().startsWith("JJ")
            && sentence.token(token.index() - 1).isProperNoun();
    return sentence.zone().kind() == Zone.Kind.TITLE
        && Stream.of(word, stem(word, 1), stem(word, 2))
            .anyMatch(
                lemma ->
                    (behindName || !lemma.equals(word))
                        && HEADLINE_VERBS.stream().anyMatch(name -> VERBS.contains(name, lemma)));
  }

  private static Unit plain(Sentence sentence, int index, Token token, boolean behindParty) {
    int at = token.index();
    if (sentence.zone().kind() == Zone.Kind.TITLE
        && (token.isCapitalized() || behindParty && !token.tag().startsWith("JJ"))
        && !token.isVerb()) {
      String word = Titles.lower(token.word());
      for (String lemma : List.of(word, stem(word, 1), stem(word, 2))) {
        if (HEADLINE_VERBS.stream().anyMatch(name -> VERBS.contains(name, lemma))) {
          return new Unit(index, at, at + 1, word, lemma, lemma.equals(word) ? "VBP" : "VBZ", "O");
        }
      }
    }
    boolean headline = sentence.zone().kind() == Zone.Kind.TITLE;
    String lemma = headline ? Titles.lower(token.lemma()) : token.lemma();
    return new Unit(index, at, at + 1, token.word(), lemma, token.tag(), "O");
  }

  private static String stem(String word, int letters) {
    boolean third = word.endsWith("s") && word.length() > letters + 2;
    return third ? word.substring(0, word.length() - letters) : word;
  }

  private static void addMention(Sentence sentence, Mention mention, List<Unit> units) {
    Token head = sentence.token(mention.head());
    Optional<String> standIn = Optional.ofNullable(STAND_INS.get(mention.kind()));
    String word = standIn.orElse(head.word());
    String lemma = standIn.orElse(head.lemma());
    String tag = standIn.isPresent() ? "NNP" : head.tag();
    if (mention instanceof Mention.City && head.is("here")) {
      word = head.word();
      lemma = head.lemma();
      tag = head.tag();
    } else if (mention instanceof Mention.Quote) {
      word = "this";
      lemma = "this";
      tag = "DT";
    } else if (mention instanceof Mention.Meeting meeting) {
      lemma = meeting.as().noun();
    } else if (mention instanceof Mention.Agreement agreement) {
      lemma = agreement.as().noun();
    } else if (mention instanceof Mention.Post post) {
      lemma = post.office().head();
      tag = post.office().plural() ? "NNS" : "NN";
    }
    String kind =
        mention instanceof Mention.Post post && post.office().plural() ? "POSTS" : mention.kind();
    units.add(new Unit(units.size(), mention.from(), mention.to(), word, lemma, tag, kind));
  }
}
