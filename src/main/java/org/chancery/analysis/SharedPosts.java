package org.chancery.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives the posts that are named once for several people to each of them: "the trade ministers of
 * Chile and Peru, A and B".
 */
final class SharedPosts {
  private final OfficeGrammar grammar;

  SharedPosts(OfficeGrammar grammar) {
    this.grammar = grammar;
  }

  /**
   * The plural posts of the person before that a person without any holds too, as in "Presidents A
   * and B"; whom they serve is left out where it stands behind the first name.
   *
   * @param from position of the person's first token
   */
  static List<OfficePhrase> inherited(Sentence sentence, int from, List<Mention.Person> earlier) {
    if (earlier.isEmpty()) {
      return List.of();
    }
    Mention.Person last = earlier.get(earlier.size() - 1);
    boolean several = last.offices().stream().anyMatch(OfficePhrase::plural);
    if (!several || from - last.to() > 2 || !isList(sentence, last.to(), from)) {
      return List.of();
    }
    int behind = last.head() + 1;
    boolean ownedBehind =
        behind < last.to()
            && (sentence.token(behind).is("of") || sentence.token(behind).word().equals("("));
    return ownedBehind
        ? last.offices().stream().map(office -> office.owned(Optional.empty())).toList()
        : last.offices();
  }

  /** Whether only commas and "and" stand between two positions, and one of them does. */
  private static boolean isList(Sentence sentence, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!sentence.token(at).isComma() && !sentence.token(at).is("and")) {
        return false;
      }
    }
    return to > from;
  }

  /** The people of a sentence with the posts that stand before or behind a list of them. */
  List<Mention.Person> distribute(
      Sentence sentence, SentenceNames names, List<Mention.Person> people) {
    List<Mention.Person> result = new ArrayList<>(people);
    int first = 0;
    while (first < result.size()) {
      int last = first;
      while (last + 1 < result.size()
          && isList(sentence, result.get(last).to(), result.get(last + 1).from())) {
        last++;
      }
      int floor = first == 0 ? 0 : result.get(first - 1).to();
      if (!before(sentence, names, result, first, last, floor)) {
        behind(sentence, names, result, first, last);
      }
      first = last + 1;
    }
    return List.copyOf(result);
  }

  /** "the trade ministers of Chile and Peru, A and B", "Chilean and Peruvian ministers A and B". */
  private boolean before(
      Sentence sentence,
      SentenceNames names,
      List<Mention.Person> people,
      int first,
      int last,
      int floor) {
    Mention.Person one = people.get(first);
    Optional<OfficePhrase> phrase =
        one.offices().stream()
            .filter(office -> office.plural() && office.to() <= one.head())
            .findFirst();
    if (phrase.isEmpty() && one.offices().isEmpty() && one.from() > floor + 1) {
      Token mark = sentence.token(one.from() - 1);
      if (mark.isComma() || mark.is("—") || mark.is("–") || mark.is(":") || mark.is("-")) {
        phrase =
            grammar.before(sentence, names, one.from() - 1, floor).stream()
                .filter(OfficePhrase::plural)
                .findFirst();
      }
    }
    if (phrase.isEmpty()) {
      return false;
    }
    List<KnownName> owners = owners(sentence, names, phrase.get(), floor);
    if (owners.size() < 2) {
      return false;
    }
    give(sentence, people, first, last, phrase.get(), owners);
    Mention.Person holder = people.get(first);
    if (holder.from() >= phrase.get().from() && owners.get(0).from() < holder.from()) {
      int from = Math.min(owners.get(0).from(), phrase.get().from());
      people.set(first, spanning(holder, Math.max(floor, from)));
    }
    return true;
  }

  private static Mention.Person spanning(Mention.Person person, int from) {
    return new Mention.Person(
        from, person.to(), person.head(), person.name(), person.offices(), person.gender());
  }

  /** "A and B, the trade ministers of Chile and Peru", "A and B, co-chairs of the party". */
  private static void behind(
      Sentence sentence, SentenceNames names, List<Mention.Person> people, int first, int last) {
    Mention.Person end = people.get(last);
    Optional<OfficePhrase> phrase =
        end.offices().stream()
            .filter(office -> office.plural() && office.from() > end.head())
            .findFirst();
    if (phrase.isEmpty() || last == first) {
      return;
    }
    int start = last;
    while (start > first && people.get(start - 1).offices().isEmpty()) {
      start--;
    }
    List<KnownName> owners = owners(sentence, names, phrase.get(), phrase.get().from());
    if (owners.size() > 1) {
      give(sentence, people, start, last, phrase.get(), owners);
      return;
    }
    for (int i = start; i < last; i++) {
      people.set(i, holding(people.get(i), phrase.get()));
    }
  }

  /** Each its own, if they are as many; else nobody knows whose is whose. */
  private static void give(
      Sentence sentence,
      List<Mention.Person> people,
      int first,
      int last,
      OfficePhrase phrase,
      List<KnownName> owners) {
    String title = titleWithout(sentence, phrase, owners.get(0));
    for (int i = first; i <= last; i++) {
      boolean each = owners.size() == last - first + 1;
      OfficePhrase own =
          each
              ? phrase.oneOf(title, Complements.owner(owners.get(i - first)))
              : phrase.oneOf(title, Complements.owner(owners.get(0))).owned(Optional.empty());
      people.set(i, holding(people.get(i), own));
    }
  }

  /** The title without the list of owners at its end. */
  private static String titleWithout(Sentence sentence, OfficePhrase phrase, KnownName owner) {
    int from = owner.from() - 1;
    while (from > phrase.from() && !sentence.token(from).is("of")) {
      from--;
    }
    if (from <= phrase.from()) {
      return phrase.title();
    }
    String owned = " " + OfficeGrammar.sentenceWords(sentence, from, phrase.to());
    return phrase.title().endsWith(owned)
        ? phrase.title().substring(0, phrase.title().length() - owned.length())
        : phrase.title();
  }

  private static Mention.Person holding(Mention.Person person, OfficePhrase office) {
    return new Mention.Person(
        person.from(), person.to(), person.head(), person.name(), List.of(office), person.gender());
  }

  /** The countries of a plural post, also those listed before the one next to it. */
  private static List<KnownName> owners(
      Sentence sentence, SentenceNames names, OfficePhrase phrase, int floor) {
    List<KnownName> owners = new ArrayList<>();
    for (KnownName name : names.names()) {
      if (name.from() >= phrase.from() && name.to() <= phrase.to() && isNation(name)) {
        owners.add(name);
      }
    }
    int at = owners.isEmpty() ? phrase.from() : owners.get(0).from();
    while (at - 2 >= floor
        && (sentence.token(at - 1).is("and") || sentence.token(at - 1).isComma())) {
      int end = at - 1;
      if (sentence.token(end - 1).isComma()) {
        end--;
      }
      if (sentence.token(end - 1).tag().equals("POS")) {
        end--;
      }
      Optional<KnownName> name = names.endingAt(end).filter(SharedPosts::isNation);
      if (name.isEmpty() || name.get().from() < floor) {
        break;
      }
      owners.add(0, name.get());
      at = name.get().from();
    }
    return owners;
  }

  private static boolean isNation(KnownName name) {
    return name.isNation() && name.country().isPresent();
  }
}
