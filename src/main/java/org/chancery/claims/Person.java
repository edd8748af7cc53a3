package org.chancery.claims;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chancery.analysis.Mention;

/**
 * One person of an article while it is being read: names, posts and gender as they come to light.
 */
final class Person {
  final String key;
  final Set<String> names = new LinkedHashSet<>();

  /** The heads of all posts that the person is named with, of whatever time. */
  final Set<String> posts = new LinkedHashSet<>();

  final List<Seat> seats = new ArrayList<>();
  Optional<Mention.Gender> gender = Optional.empty();

  /** Whether the person serves another country than the one told of, without its being said. */
  boolean elsewhere;

  /** ISO alpha-2 of the countries that words beside the name give the posts. */
  final Set<String> countries = new LinkedHashSet<>();

  /** Whether the name may be one of several people's: nothing is claimed of such a one. */
  boolean unsure;

  /** Where the text names the person first by the name that made the person known. */
  final Seat.Place introduced;

  Person(String key, Seat.Place introduced) {
    this.key = key;
    this.introduced = introduced;
  }

  /** The fullest name. */
  String bestName() {
    String best = "";
    for (String name : names) {
      if (words(name).size() > words(best).size()
          || words(name).size() == words(best).size() && name.length() > best.length()) {
        best = name;
      }
    }
    return best;
  }

  /**
   * Whether a name may be this person's: the same surname, and first names that do not contradict.
   */
  boolean mayBe(String name) {
    List<String> other = words(name);
    List<String> own = words(bestName());
    if (other.isEmpty() || own.isEmpty()) {
      return false;
    }
    if (other.size() == 1) {
      return own.contains(other.get(0)) && (own.size() == 1 || !isFirstName(own, other.get(0)));
    }
    if (own.size() == 1) {
      return other.get(other.size() - 1).equals(own.get(0));
    }
    boolean surname =
        own.get(own.size() - 1).equals(other.get(other.size() - 1))
            || own.contains(other.get(other.size() - 1))
                && !isFirstName(own, other.get(other.size() - 1))
            || other.contains(own.get(own.size() - 1))
                && !isFirstName(other, own.get(own.size() - 1));
    return surname && firstNamesAgree(own.get(0), other.get(0));
  }

  private static boolean isFirstName(List<String> name, String word) {
    return name.indexOf(word) == 0 && name.size() > 1;
  }

  /** Whether a single word is this person's first word: a family name in some countries. */
  boolean startsWith(String name) {
    List<String> own = words(bestName());
    return !own.isEmpty() && words(name).equals(own.subList(0, 1));
  }

  private static boolean firstNamesAgree(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    String shorter = one.length() <= other.length() ? one : other;
    String longer = one.length() <= other.length() ? other : one;
    return shorter.replace(".", "").length() == 1 && longer.startsWith(shorter.replace(".", ""));
  }

  /** The words of a name, folded, without nicknames and generation marks. */
  static List<String> words(String name) {
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[“\"(][^”\")]*[”\")]", " ")
            .toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    for (String word : folded.split("[^\\p{L}\\p{Nd}'’.-]+", -1)) {
      String bare = word.replaceAll("[’']s$", "");
      if (!bare.isEmpty() && !bare.equals("jr.") && !bare.equals("sr.")) {
        words.add(bare);
      }
    }
    return words;
  }
}
