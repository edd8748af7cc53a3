package org.chancery.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.chancery.article.Zone;
import org.chancery.ontology.Table;
import org.chancery.ontology.WordLists;

/**
 * The posts that verbs tell of people, "Name was sworn in as minister", and the words that say when
 * a post was held, "minister until 1994".
 */
final class Tenures {
  private static final Set<String> DOUBTS = WordLists.load().require("doubt-opener");
  private static final int LONGEST = 20;

  /** Where the words of a row stand. */
  private enum Place {
    /** Behind the name, before the post. */
    SUBJECT,
    /** Before the name, which the post follows. */
    OBJECT,
    /** As OBJECT; whose name stands before the verb takes the post over. */
    SUCCESSOR,
    /** Between the name of an object and the post. */
    JOINT,
    /** Behind the post. */
    TIME
  }

  private record Entry(Place place, Pattern words, OfficePhrase.Holding holding) {}

  /** Words that a row knows. */
  private record Match(int to, OfficePhrase.Holding holding) {}

  private final OfficeGrammar grammar;
  private final List<Entry> entries;

  Tenures(OfficeGrammar grammar) {
    this.grammar = grammar;
    entries =
        Table.load("ontology/lexicons/tenures.tsv").rows().stream().map(Tenures::entry).toList();
  }

  private static Entry entry(Table.Row row) {
    try {
      return new Entry(
          row.get("place", Place.class),
          Pattern.compile("(?:" + row.get("words") + ")(?= |$)"),
          row.get("effect", OfficePhrase.Holding.class));
    } catch (PatternSyntaxException malformed) {
      throw row.malformed(malformed.getDescription());
    }
  }

  /** The post, held in the past if the words behind it say until when. */
  OfficePhrase dated(Sentence sentence, OfficePhrase phrase) {
    return match(Place.TIME, sentence, phrase.to(), sentence.size())
        .map(
            time ->
                phrase.held(OfficePhrase.stronger(time.holding(), phrase.holding()), phrase.to()))
        .orElse(phrase);
  }

  /** The people with the posts that verbs tell of them. */
  List<Mention.Person> told(Sentence sentence, SentenceNames names, List<Mention.Person> people) {
    if (sentence.zone().kind() != Zone.Kind.BODY) {
      return people;
    }
    List<Mention.Person> result = new ArrayList<>(people);
    for (int i = 0; i < people.size(); i++) {
      Mention.Person person = people.get(i);
      if (isDoubtful(sentence, person.from())) {
        continue;
      }
      int limit = i + 1 < people.size() ? people.get(i + 1).from() : sentence.size();
      List<OfficePhrase> posts = behind(sentence, names, person.to(), limit);
      result.set(i, with(result.get(i), posts));
      if (posts.isEmpty()) {
        Optional<Mention.Person> before = i > 0 ? Optional.of(people.get(i - 1)) : Optional.empty();
        ofObject(sentence, names, result, i, before.map(Mention::to).orElse(0), limit);
      }
    }
    return List.copyOf(result);
  }

  private static boolean isDoubtful(Sentence sentence, int end) {
    return sentence.tokens().subList(0, end).stream()
        .anyMatch(token -> DOUBTS.contains(Titles.lower(token.word())));
  }

  private static Mention.Person with(Mention.Person person, List<OfficePhrase> posts) {
    return posts.isEmpty()
        ? person
        : new Mention.Person(
            person.from(),
            person.to(),
            person.head(),
            person.name(),
            Stream.concat(person.offices().stream(), posts.stream()).toList(),
            person.gender());
  }

  /** The posts that follow a verb: {@code Name | was appointed foreign minister}. */
  List<OfficePhrase> behind(Sentence sentence, SentenceNames names, int at, int limit) {
    return match(Place.SUBJECT, sentence, at, limit)
        .map(verb -> posts(sentence, names, verb.to(), limit, verb.holding()))
        .orElse(List.of());
  }

  /** "appointed Name foreign minister", "replaced Name as foreign minister". */
  private void ofObject(
      Sentence sentence,
      SentenceNames names,
      List<Mention.Person> people,
      int index,
      int floor,
      int limit) {
    Mention.Person person = people.get(index);
    Optional<Match> object = endingAt(Place.OBJECT, sentence, person.from(), floor);
    Optional<Match> successor = endingAt(Place.SUCCESSOR, sentence, person.from(), floor);
    if (object.isEmpty() && successor.isEmpty()) {
      return;
    }
    Optional<Match> joint = match(Place.JOINT, sentence, person.to(), limit);
    boolean needed = successor.isPresent() || object.get().holding() == OfficePhrase.Holding.FORMER;
    if (joint.isEmpty() && needed) {
      return;
    }
    OfficePhrase.Holding holding =
        successor.isPresent() ? OfficePhrase.Holding.FORMER : object.get().holding();
    int start = joint.map(Match::to).orElse(person.to());
    List<OfficePhrase> posts = posts(sentence, names, start, limit, holding);
    boolean stillHeld =
        successor.isPresent() && successor.get().holding() == OfficePhrase.Holding.ELECT;
    people.set(index, with(person, stillHeld ? List.of() : posts));
    if (successor.isPresent() && index > 0 && people.get(index - 1).to() == successor.get().to()) {
      OfficePhrase.Holding own = successor.get().holding();
      people.set(
          index - 1,
          with(
              people.get(index - 1),
              posts.stream().map(post -> post.held(own, post.to())).toList()));
    }
  }

  private List<OfficePhrase> posts(
      Sentence sentence, SentenceNames names, int start, int limit, OfficePhrase.Holding holding) {
    List<OfficePhrase> phrases = grammar.allAfter(sentence, names, start, limit);
    boolean told =
        !phrases.isEmpty()
            && phrases.stream().allMatch(phrase -> phrase.bare() && !phrase.plural())
            && ends(sentence, phrases.get(phrases.size() - 1).to());
    if (!told) {
      return List.of();
    }
    boolean dated =
        match(Place.TIME, sentence, phrases.get(phrases.size() - 1).to(), sentence.size())
            .isPresent();
    if (dated && holding != OfficePhrase.Holding.FORMER) {
      // "was elected president in 1994": whether still so, the words do not say
      return List.of();
    }
    return phrases.stream()
        .map(phrase -> phrase.held(OfficePhrase.stronger(holding, phrase.holding()), phrase.to()))
        .toList();
  }

  private static boolean ends(Sentence sentence, int at) {
    return at >= sentence.size()
        || !sentence.token(at).isNoun() && !sentence.token(at).isCapitalized();
  }

  /** The longest words of a place that start at a position. */
  private Optional<Match> match(Place place, Sentence sentence, int at, int limit) {
    int end = Math.min(Math.min(limit, sentence.size()), at + LONGEST);
    if (at >= end) {
      return Optional.empty();
    }
    String words = words(sentence, at, end);
    Optional<Match> best = Optional.empty();
    for (Entry entry : entries) {
      if (entry.place() == place) {
        Matcher matcher = entry.words().matcher(words);
        if (matcher.lookingAt() && matcher.end() > 0) {
          int to = at + words.substring(0, matcher.end()).split(" ", -1).length;
          if (best.isEmpty() || to > best.get().to()) {
            best = Optional.of(new Match(to, entry.holding()));
          }
        }
      }
    }
    return best;
  }

  /** The longest words of a place that end at a position; the match ends where they begin. */
  private Optional<Match> endingAt(Place place, Sentence sentence, int end, int floor) {
    for (int at = Math.max(floor, end - 4); at < end; at++) {
      String words = words(sentence, at, end);
      for (Entry entry : entries) {
        if (entry.place() == place && entry.words().matcher(words).matches()) {
          return Optional.of(new Match(at, entry.holding()));
        }
      }
    }
    return Optional.empty();
  }

  private static String words(Sentence sentence, int from, int to) {
    StringBuilder words = new StringBuilder();
    for (int at = from; at < to; at++) {
      words.append(at > from ? " " : "").append(Titles.lower(sentence.token(at).word()));
    }
    return words.toString();
  }
}
