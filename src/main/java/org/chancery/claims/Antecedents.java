package org.chancery.claims;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.analysis.OfficePhrase;
import org.chancery.analysis.Sentence;
import org.chancery.analysis.Token;
import org.chancery.article.Zone;
import org.chancery.ontology.VerbClasses;
import org.chancery.ontology.WordLists;

/**
 * Whom pronouns, posts and descriptions take up. Somebody without a name who comes between is the
 * antecedent as well, and then nobody is found.
 */
final class Antecedents {
  private static final int WINDOW = 4;

  /** How far back somebody without a name is looked for. */
  private static final int MEMORY = 12;

  /** Nouns for people, with words of the titles of those whom they fit; "*" fits all. */
  private static final Map<String, String> DESCRIPTIONS =
      WordLists.load().requireValues("description");

  /** Words that make another post of it, even where it is named in short. */
  private static final Set<String> RANKS = WordLists.load().require("other-rank");

  private static final Set<String> TIME_CLAUSE = WordLists.load().require("time-clause");

  private static final Set<String> INDEFINITE = WordLists.load().require("indefinite");

  private static final VerbClasses VERBS = VerbClasses.load();

  private final Analysis analysis;
  private final Cast cast;
  private final Turns turns;

  Antecedents(Analysis analysis, Cast cast, Turns turns) {
    this.analysis = analysis;
    this.cast = cast;
    this.turns = turns;
  }

  /** Somebody in a sentence: one of the cast, or nobody whom the article names. */
  private record Somebody(
      Optional<Person> person, boolean subject, Optional<Mention.Gender> gender) {
    Somebody(Optional<Person> person, boolean subject) {
      this(person, subject, person.flatMap(who -> who.gender));
    }
  }

  /** "Peru's interior minister", "the secretary": who holds that post. */
  Optional<String> holder(Analysis.Read read, Mention.Post post) {
    OfficePhrase office = post.office();
    if (office.holding() == OfficePhrase.Holding.FORMER
        || office.holding() == OfficePhrase.Holding.ELECT) {
      return Optional.empty();
    }
    if (office.head().equals("counterpart")) {
      return counterpart(office);
    }
    String first = read.sentence().token(post.from()).word().toLowerCase(Locale.ROOT);
    if (INDEFINITE.contains(first)) {
      return Optional.empty();
    }
    Set<Person> holders = new LinkedHashSet<>();
    for (Person person : before(read, post.from())) {
      if (person.seats.stream().anyMatch(seat -> holds(seat, office))
          && !isNamedBehind(read, post, person)) {
        holders.add(person);
      }
    }
    if (holders.isEmpty() && office.owner().isPresent()) {
      // a post may be described before its holder is named
      return cast.people().stream()
          .filter(person -> person.seats.stream().anyMatch(seat -> isVery(seat, office)))
          .map(person -> person.key)
          .findFirst();
    }
    return nearest(read, post.from(), holders);
  }

  /** "what the president told President Name": the president is another one. */
  private boolean isNamedBehind(Analysis.Read read, Mention.Post post, Person person) {
    return read.mentions().stream()
        .filter(mention -> mention instanceof Mention.Person && mention.from() >= post.to())
        .map(mention -> (Mention.Person) mention)
        .filter(named -> cast.of(named) == person)
        .flatMap(named -> named.offices().stream())
        .anyMatch(office -> Seat.sameTitle(office.title(), post.office().title()));
  }

  private static boolean holds(Seat seat, OfficePhrase office) {
    return seat.holding != OfficePhrase.Holding.FORMER
        && Seat.sameTitle(seat.title, office.title())
        && ranks(seat.title).equals(ranks(office.title()))
        && ownersAgree(seat, office);
  }

  private static boolean isVery(Seat seat, OfficePhrase office) {
    return seat.holding != OfficePhrase.Holding.FORMER
        && seat.owner.isPresent()
        && Seat.contentWords(seat.title).equals(Seat.contentWords(office.title()))
        && ownersAgree(seat, office);
  }

  private static Set<String> ranks(String title) {
    Set<String> ranks = new LinkedHashSet<>(RANKS);
    ranks.retainAll(Seat.contentWords(title));
    return ranks;
  }

  private static boolean ownersAgree(Seat seat, OfficePhrase office) {
    return office.owner().isEmpty()
        || seat.owner.isEmpty()
        || Seat.country(seat.owner.get()).equals(Seat.country(office.owner().get()));
  }

  /** "his Chilean counterpart": the only official of that country in the article. */
  private Optional<String> counterpart(OfficePhrase office) {
    Optional<String> country = office.owner().flatMap(Seat::country);
    List<Person> officials =
        cast.people().stream()
            .filter(p -> country.isPresent() && serves(p, country.get()))
            .toList();
    return officials.size() == 1 ? Optional.of(officials.get(0).key) : Optional.empty();
  }

  private static boolean serves(Person person, String country) {
    return person.seats.stream()
        .filter(seat -> seat.holding != OfficePhrase.Holding.FORMER)
        .flatMap(seat -> seat.owner.stream())
        .flatMap(owner -> Seat.country(owner).stream())
        .anyMatch(country::equals);
  }

  /** The one of several who was spoken of last; nobody if two were in one sentence. */
  private Optional<String> nearest(Analysis.Read read, int position, Set<Person> some) {
    if (some.size() < 2) {
      return some.stream().findFirst().map(person -> person.key);
    }
    for (int i = read.sentence().index(); i >= 0; i--) {
      Analysis.Read earlier = analysis.sentences().get(i);
      int before = i == read.sentence().index() ? position : Integer.MAX_VALUE;
      Set<Person> here = new LinkedHashSet<>();
      for (Somebody somebody : told(earlier, before)) {
        somebody.person().filter(some::contains).ifPresent(here::add);
      }
      if (!here.isEmpty()) {
        return here.size() == 1 ? here.stream().findFirst().map(p -> p.key) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "the diplomat", "the Kenyan leader", "the 54-year-old former judge". */
  Optional<String> described(Analysis.Read read, int from, int to) {
    Sentence sentence = read.sentence();
    String noun = sentence.token(to - 1).lemma().toLowerCase(Locale.ROOT);
    String fitting = DESCRIPTIONS.get(noun);
    int start = start(sentence, from);
    boolean definite =
        sentence.token(start).is("the")
            || sentence.token(start).tag().equals("POS")
            || start > 0 && sentence.token(start - 1).tag().equals("POS");
    if (fitting == null || !definite || isPossessed(read, start) || isSomebodyElse(read, noun)) {
      return Optional.empty();
    }
    // "the 54-year-old former judge" is told by what he was
    boolean former =
        sentence.tokens().subList(start, to).stream().anyMatch(token -> token.is("former"));
    List<String> countries =
        read.nations().stream()
            .filter(nation -> nation.at() >= start && nation.at() < to)
            .map(Analysis.Read.Nation::code)
            .toList();
    int index = sentence.index();
    for (int i = index; i >= 0 && i >= index - WINDOW; i--) {
      Analysis.Read earlier = analysis.sentences().get(i);
      Set<Person> here = new LinkedHashSet<>();
      for (Somebody somebody : told(earlier, i == index ? start : Integer.MAX_VALUE)) {
        somebody
            .person()
            .filter(person -> countries.stream().allMatch(code -> serves(person, code)))
            .filter(person -> matches(person, fitting, former))
            .ifPresent(here::add);
      }
      if (!here.isEmpty()) {
        return here.size() == 1 ? here.stream().findFirst().map(p -> p.key) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether a person owns the noun: "the president's doctor" is not the president. */
  private static boolean isPossessed(Analysis.Read read, int start) {
    int mark = read.sentence().token(start).tag().equals("POS") ? start : start - 1;
    return mark > 0
        && read.sentence().token(mark).tag().equals("POS")
        && read.mentions().stream()
            .filter(m -> m instanceof Mention.Person || m instanceof Mention.Post)
            .anyMatch(owner -> owner.from() < mark && mark <= owner.to());
  }

  /** Whether a plural noun may count a person: "the two presidents". */
  boolean fits(Person person, String noun) {
    return Optional.ofNullable(DESCRIPTIONS.get(noun))
        .map(words -> matches(person, words, false))
        .orElse(true);
  }

  private static boolean matches(Person person, String words, boolean former) {
    Set<String> fitting = Set.of(words.split(" ", -1));
    return words.equals("*")
        || person.seats.stream()
            .filter(seat -> former || seat.holding != OfficePhrase.Holding.FORMER)
            .anyMatch(seat -> Seat.contentWords(seat.title).stream().anyMatch(fitting::contains));
  }

  /** Where a noun phrase begins. */
  private static int start(Sentence sentence, int noun) {
    int start = noun;
    while (start > 0) {
      Token left = sentence.token(start - 1);
      boolean inside =
          left.tag().matches("JJ.*|NN.*|CD|HYPH|VBN|VBG|DT|RB")
              && !sentence.token(start).tag().equals("DT");
      if (!inside) {
        break;
      }
      start--;
    }
    return start;
  }

  /** Whether an earlier "a diplomat" may be meant. */
  private boolean isSomebodyElse(Analysis.Read read, String noun) {
    int index = read.sentence().index();
    for (int i = index; i >= 0 && i >= index - MEMORY; i--) {
      Analysis.Read earlier = analysis.sentences().get(i);
      for (Token token : earlier.sentence().tokens()) {
        if (token.lemma().equalsIgnoreCase(noun)
            && token.isNoun()
            && isFree(earlier, token.index())
            && isIndefinite(earlier.sentence(), token)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isIndefinite(Sentence sentence, Token noun) {
    int start = start(sentence, noun.index());
    return noun.tag().equals("NNS")
        || INDEFINITE.contains(sentence.token(start).word().toLowerCase(Locale.ROOT))
        || start == 0 && noun.index() > 0;
  }

  /** Whether no name or quotation holds a token, or stands right behind it. */
  private static boolean isFree(Analysis.Read read, int token) {
    return read.mentions().stream()
        .filter(m -> m instanceof Mention.Person || m instanceof Mention.Quote)
        .noneMatch(mention -> mention.from() <= token + 1 && token < mention.to());
  }

  static boolean isQuoted(Analysis.Read read, Mention mention) {
    return read.mentions().stream()
        .filter(Mention.Quote.class::isInstance)
        .anyMatch(quote -> quote.from() <= mention.from() && mention.to() <= quote.to());
  }

  /** The people of the cast named before a place in the text, the latest first. */
  private List<Person> before(Analysis.Read read, int position) {
    return recent(read, position, analysis.sentences().size());
  }

  /** The people named before a place in the text, in so many sentences, the latest first. */
  List<Person> recent(Analysis.Read read, int position, int sentences) {
    Set<Person> people = new LinkedHashSet<>();
    int index = read.sentence().index();
    for (int i = index; i >= 0 && i > index - sentences; i--) {
      List<Mention> mentions = analysis.sentences().get(i).mentions();
      for (int m = mentions.size() - 1; m >= 0; m--) {
        Mention mention = mentions.get(m);
        if (mention instanceof Mention.Person person && (i < index || person.to() <= position)) {
          people.add(cast.of(person));
        }
      }
    }
    return List.copyOf(people);
  }

  /** Whom "he", "her" and the like stand for. */
  Optional<String> ofPronoun(Analysis.Read read, Mention.Pronoun pronoun) {
    if (turns.isQuestion(read.sentence().zone())) {
      return Optional.empty();
    }
    boolean subject = pronoun.word().equals("he") || pronoun.word().equals("she");
    Mention.Gender gender = gender(pronoun);
    return adjoined(read, pronoun.from(), gender)
        .or(() -> antecedent(read, pronoun.from(), gender, subject))
        .filter(person -> !person.unsure)
        .map(person -> person.key);
  }

  private static Mention.Gender gender(Mention.Pronoun pronoun) {
    boolean female = pronoun.word().equals("she") || pronoun.word().equals("her");
    return female ? Mention.Gender.FEMALE : Mention.Gender.MALE;
  }

  /** "a film of Name when he was young": a clause right behind a name speaks of it. */
  private Optional<Person> adjoined(Analysis.Read read, int position, Mention.Gender gender) {
    boolean clause =
        position > 1 && TIME_CLAUSE.contains(read.sentence().token(position - 1).word());
    return clause
        ? read.mentions().stream()
            .filter(mention -> mention instanceof Mention.Person && mention.to() == position - 1)
            .map(mention -> cast.of((Mention.Person) mention))
            .filter(person -> person.gender.filter(known -> known != gender).isEmpty())
            .findFirst()
        : Optional.empty();
  }

  /** The subject told last whose gender does not speak against it. */
  private Optional<Person> antecedent(
      Analysis.Read read, int position, Mention.Gender gender, boolean asSubject) {
    int index = read.sentence().index();
    for (int i = index; i >= 0 && i >= index - WINDOW; i--) {
      Analysis.Read earlier = analysis.sentences().get(i);
      boolean aside =
          earlier.sentence().zone().kind() == Zone.Kind.CAPTION
              && read.sentence().zone().kind() != Zone.Kind.CAPTION;
      if (aside) {
        continue;
      }
      if (turns.isTranscript() && !earlier.sentence().zone().equals(read.sentence().zone())) {
        break;
      }
      List<Somebody> told =
          told(earlier, i == index ? position : Integer.MAX_VALUE).stream()
              .filter(somebody -> agrees(somebody, gender))
              .toList();
      // "Asked about B, he smiled": within a sentence "he" is no object told before
      boolean subjectsOnly = i == index && asSubject;
      Optional<Somebody> chosen =
          told.stream()
              .filter(Somebody::subject)
              .findFirst()
              .or(
                  () ->
                      told.stream()
                          .filter(one -> one.person().isPresent() && !subjectsOnly)
                          .findFirst());
      if (chosen.isPresent()) {
        return chosen.get().person();
      }
    }
    return Optional.empty();
  }

  private static boolean agrees(Somebody somebody, Mention.Gender gender) {
    Optional<Mention.Gender> known = somebody.gender();
    return known.isEmpty() || known.get() == gender;
  }

  /** Who comes up in a sentence before a position, outside its quotations. */
  private List<Somebody> told(Analysis.Read read, int before) {
    List<Somebody> told = new ArrayList<>();
    int next = 0;
    for (Mention mention : read.mentions()) {
      if (mention.to() > before) {
        break;
      }
      if (isQuoted(read, mention)) {
        continue;
      }
      addUnnamed(read, next, Math.min(before, mention.from()), told);
      next = Math.max(next, mention.to());
      Optional<Person> person = Optional.empty();
      boolean subject = isSubject(read, mention);
      if (mention instanceof Mention.Person named) {
        person = Optional.of(cast.of(named));
      } else if (mention instanceof Mention.Post post && !post.office().plural()) {
        person = holder(read, post).map(key -> cast.byKey().get(key));
        if (person.isEmpty() && subject) {
          told.add(new Somebody(Optional.empty(), true));
        }
      } else if (mention instanceof Mention.Pronoun pronoun
          && (pronoun.word().equals("he") || pronoun.word().equals("she"))
          && subject) {
        person = ofPronoun(read, pronoun).map(key -> cast.byKey().get(key));
        if (person.isEmpty()) {
          told.add(new Somebody(Optional.empty(), true));
        }
      }
      if (mention instanceof Mention.Pronoun pronoun && person.isPresent()) {
        // "she" makes a woman of a name that tells nothing
        told.add(new Somebody(person, subject, Optional.of(gender(pronoun))));
        continue;
      }
      boolean modifies =
          mention.to() < read.sentence().size()
              && (read.sentence().token(mention.to()).isNoun()
                  || read.sentence().token(mention.to()).tag().equals("POS"));
      if (subject || !modifies) {
        person.ifPresent(who -> told.add(new Somebody(Optional.of(who), subject)));
      }
    }
    addUnnamed(read, next, Math.min(before, read.sentence().size()), told);
    return told;
  }

  /** Whether a plural noun for people is a subject: "as farmers protested". */
  boolean tellsOfOthers(Analysis.Read read) {
    Sentence sentence = read.sentence();
    return sentence.tokens().stream()
        .anyMatch(
            token ->
                token.tag().equals("NNS")
                    && DESCRIPTIONS.containsKey(token.lemma().toLowerCase(Locale.ROOT))
                    && isFree(read, token.index())
                    && token.index() + 1 < sentence.size()
                    && sentence.token(token.index() + 1).isVerb());
  }

  /** "a spokesman said", "the officer told her": subjects without a name. */
  private static void addUnnamed(Analysis.Read read, int from, int to, List<Somebody> told) {
    Sentence sentence = read.sentence();
    for (int at = from; at < to; at++) {
      Token token = sentence.token(at);
      boolean noun =
          token.tag().equals("NN")
              || token.tag().equals("JJ")
                  && at + 1 < sentence.size()
                  && !sentence.token(at + 1).isNoun();
      boolean person = noun && DESCRIPTIONS.containsKey(token.lemma().toLowerCase(Locale.ROOT));
      boolean last = at + 1 < sentence.size() && !sentence.token(at + 1).isNoun();
      boolean governed =
          start(sentence, at) > 0
              && sentence.token(start(sentence, at) - 1).tag().matches("IN|TO|POS|VB.*");
      boolean subject =
          last && at + 1 < sentence.size() && sentence.token(at + 1).isVerb() && !governed;
      boolean inverted =
          start(sentence, at) > 0
              && sentence.token(start(sentence, at) - 1).tag().equals("VBD")
              && last
              && isFree(read, at)
              && sentence.token(at + 1).tag().equals(".");
      if (person && isFree(read, at) && (subject || inverted)) {
        told.add(new Somebody(Optional.empty(), true));
      }
    }
  }

  /** Where the list begins that a name ends: "between A and B". */
  private static int listStart(Analysis.Read read, Mention mention) {
    int start = mention.from();
    if (start > 1 && read.sentence().token(start - 1).is("and")) {
      for (Mention other : read.mentions()) {
        boolean joined = other.to() == start - 1 && other.kind().equals(mention.kind());
        start = joined ? other.from() : start;
      }
    }
    return start;
  }

  private static boolean isSaying(Token token) {
    return token.tag().matches("VBD|VBZ|VBP") && VERBS.contains("say", token.lemma());
  }

  /** Whether a verb follows, or a verb of saying stands before: a cheap sign, no parse needed. */
  static boolean isSubject(Analysis.Read read, Mention mention) {
    int after = mention.to();
    while (after < read.sentence().size()
        && (read.sentence().token(after).tag().startsWith("RB")
            || read.sentence().token(after).isComma())) {
      after++;
    }
    boolean first =
        mention.from() == 0
            && mention.to() < read.sentence().size()
            && !read.sentence().token(mention.to()).tag().equals("POS");
    boolean verbAfter = after < read.sentence().size() && read.sentence().token(after).isVerb();
    boolean saidBefore = mention.from() > 0 && isSaying(read.sentence().token(mention.from() - 1));
    int start = listStart(read, mention);
    boolean prepositionBefore =
        start > 0 && read.sentence().token(start - 1).tag().matches("IN|TO");
    return first || (verbAfter || saidBefore) && !prepositionBefore;
  }
}
