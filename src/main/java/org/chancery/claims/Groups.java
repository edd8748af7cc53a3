package org.chancery.claims;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.analysis.OfficePhrase;
import org.chancery.analysis.Sentence;
import org.chancery.ontology.WordLists;

/**
 * Whom "the two ministers", "both sides" and "they" take up: as many as were told together last. If
 * more come into question, nobody.
 */
final class Groups {
  private static final int WINDOW = 3;

  /** What stands before a country that is spoken of, or where things happen. */
  private static final Set<String> ASIDES = WordLists.load().require("aside-preposition");

  private final Analysis analysis;
  private final Cast cast;
  private final References references;
  private final Antecedents people;

  Groups(Analysis analysis, Cast cast, References references, Antecedents people) {
    this.analysis = analysis;
    this.cast = cast;
    this.references = references;
    this.people = people;
  }

  /** The keys of the members of a group. */
  List<String> members(Analysis.Read read, Mention.Group group, Discourse.Role role) {
    boolean persons =
        group.members() == Mention.Group.Members.PEOPLE
            || group.members() == Mention.Group.Members.ANY && role == Discourse.Role.PERSON;
    if (!persons) {
      List<String> own = owners(read, group);
      if (!own.isEmpty()) {
        return own;
      }
      // "the parties" alone may be anybody's
      boolean open = group.members() == Mention.Group.Members.ANY && group.size() == 0;
      return open ? List.of() : last(read, group, analysis.sentences().size(), this::countries);
    }
    String noun = read.sentence().token(group.head()).lemma().toLowerCase(Locale.ROOT);
    return last(
        read,
        group,
        WINDOW,
        mention ->
            mention instanceof Mention.Person person && people.fits(cast.of(person), noun)
                ? Stream.of(cast.of(person).key)
                : Stream.empty());
  }

  /** "the governments of Mali, Niger and Chad" says itself which ones. */
  private List<String> owners(Analysis.Read read, Mention.Group group) {
    Sentence sentence = read.sentence();
    List<String> keys = new ArrayList<>();
    int at = group.to();
    if (at >= sentence.size() || !sentence.token(at).is("of")) {
      return keys;
    }
    for (Mention mention : read.mentions()) {
      if (mention.from() < at) {
        continue;
      }
      while (at < mention.from() && sentence.token(at).word().matches("of|,|and|the")) {
        at++;
      }
      if (at != mention.from() || !(mention instanceof Mention.Country country)) {
        break;
      }
      keys.add(references.country(country.code()));
      at = mention.to();
    }
    return keys;
  }

  /** The nearest ones before a group, sentence by sentence, if they are as many as it has. */
  private List<String> last(
      Analysis.Read read,
      Mention.Group group,
      int sentences,
      Function<Mention, Stream<String>> told) {
    int index = read.sentence().index();
    int size = Math.max(2, group.size());
    Set<String> keys = new LinkedHashSet<>();
    for (int i = index; i >= 0 && i > index - sentences && keys.size() < size; i--) {
      Analysis.Read earlier = analysis.sentences().get(i);
      for (Mention mention : earlier.mentions()) {
        boolean before = i < index ? !isAside(earlier, mention) : mention.to() <= group.from();
        if (before && !Antecedents.isQuoted(earlier, mention)) {
          told.apply(mention).forEach(keys::add);
        }
      }
    }
    boolean persons = keys.stream().allMatch(key -> key.startsWith("official/"));
    boolean all = keys.size() == size || group.size() == 0 && keys.size() > size && persons;
    return all ? keys.stream().sorted().toList() : List.of();
  }

  /** "talks in Switzerland about Yemen" */
  private static boolean isAside(Analysis.Read read, Mention mention) {
    Sentence sentence = read.sentence();
    int before = mention.from() - 1;
    if (before >= 0 && sentence.token(before).is("the")) {
      before--;
    }
    return mention instanceof Mention.Country
        && before >= 0
        && ASIDES.contains(sentence.token(before).word().toLowerCase(Locale.ROOT));
  }

  /** The two people, or as parties also countries, that the sentence before told of. */
  List<String> they(Analysis.Read read, Discourse.Role role) {
    int index = read.sentence().index();
    if (index == 0) {
      return List.of();
    }
    Analysis.Read earlier = analysis.sentences().get(index - 1);
    Set<String> keys = new LinkedHashSet<>();
    for (Mention mention : earlier.mentions()) {
      if (Antecedents.isQuoted(earlier, mention) || isAside(earlier, mention)) {
        continue;
      }
      if (role == Discourse.Role.PARTY && mention instanceof Mention.Country country) {
        keys.add(references.country(country.code()));
      } else if (mention instanceof Mention.Person person) {
        keys.add(cast.of(person).key);
      }
    }
    return keys.size() == 2 && !people.tellsOfOthers(earlier) ? List.copyOf(keys) : List.of();
  }

  private Stream<String> countries(Mention mention) {
    if (mention instanceof Mention.Country country) {
      return Stream.of(references.country(country.code()));
    }
    if (mention instanceof Mention.Person person) {
      return cast.of(person).seats.stream()
          .filter(seat -> seat.holding != OfficePhrase.Holding.FORMER)
          .flatMap(seat -> seat.owner.stream())
          .flatMap(owner -> Seat.country(owner).stream())
          .map(references::country);
    }
    if (mention instanceof Mention.Post post
        && post.office().holding() != OfficePhrase.Holding.FORMER) {
      return post.office().owner().stream()
          .flatMap(owner -> Seat.country(owner).stream())
          .map(references::country);
    }
    Optional<Mention.Described> as =
        mention instanceof Mention.Meeting meeting
            ? Optional.of(meeting.as())
            : mention instanceof Mention.Agreement agreement
                ? Optional.of(agreement.as())
                : Optional.empty();
    return as.stream().flatMap(thing -> thing.countries().stream()).map(references::country);
  }
}
