package org.chancery.resolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chancery.ontology.Table;
import org.chancery.ontology.WordLists;

/**
 * A person's name as folded words, without nicknames in quotation marks or brackets.
 *
 * @param words at least one
 */
record PersonName(List<String> words) {
  private static final Pattern NICKNAME =
      Pattern.compile("[\"“”„«]([^\"“”„«»]*)[\"“”»]|\\([^)]*\\)|(?<=\\s)[‘'][^’']+[’'](?=\\s)");

  private static final Set<String> GENERATIONS = WordLists.load().require("name-suffix");

  private static final Set<String> PARTICLES = WordLists.load().require("name-particle");

  private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");

  /** What writers of one name replace by what, in order. */
  private static final class Spellings {
    static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
      for (Table.Row row : Table.load("ontology/resolution/spellings.tsv").rows()) {
        ALL.put(row.get("from"), row.get("to"));
      }
    }
  }

  /** Which given names one person may go by, as they sound. */
  private static final class GivenNames {
    static final Map<String, Set<String>> FULL_FORMS = new HashMap<>();

    static {
      for (Table.Row row : Table.load("ontology/resolution/given-names.tsv").rows()) {
        String full = word(row, row.get("name"));
        for (String form : row.get("forms").split(",", -1)) {
          FULL_FORMS.computeIfAbsent(word(row, form), f -> new TreeSet<>()).add(full);
        }
      }
    }

    private static String word(Table.Row row, String name) {
      List<String> words = Words.of(name);
      if (words.size() != 1) {
        throw row.malformed("\"%s\" is not one word".formatted(name));
      }
      return sound(words.get(0));
    }

    /** The name itself, and those that it is a form of. */
    static Set<String> fullForms(String sound) {
      Set<String> forms = new TreeSet<>(FULL_FORMS.getOrDefault(sound, Set.of()));
      forms.add(sound);
      return forms;
    }
  }

  /** How far two names alone go towards one person. */
  enum Likeness {
    /** The names contradict each other, or have nothing to do with each other. */
    NONE,
    /** A surname that fits: takes a shared office, a shared country, and no second candidate. */
    SURNAME,
    /** Given names that are forms of one name: takes a shared country and somewhat more. */
    FAMILIAR,
    /** One leaves names out that the other has: takes a shared office or country. */
    PARTIAL,
    /** The same words, the family name first in one: takes a shared office or country. */
    TURNED,
    /** Spellings of one name: takes a shared office or country. */
    VARIANT,
    /** The same but for initials. */
    FULL
  }

  PersonName {
    words = List.copyOf(words);
  }

  static PersonName of(String name) {
    List<String> words = Words.of(NICKNAME.matcher(name).replaceAll(" "));
    if (words.isEmpty()) {
      words = Words.of(name);
    }
    return new PersonName(words.isEmpty() ? List.of(name) : words);
  }

  /**
   * Whether this is a surname, or a first name, or a name of one word; small words do not count.
   */
  boolean isSingle() {
    return given().stream().filter(word -> !PARTICLES.contains(word)).count() < 2;
  }

  /** 2 with given and family name, 1 with an initial for the given name, 0 with one of them. */
  int fullness() {
    return isSingle() ? 0 : isInitial(words.get(0)) ? 1 : 2;
  }

  /** The name as it might be spelt: {@code Sergey} and {@code Sergei} are the same. */
  PersonName sound() {
    return new PersonName(words.stream().map(PersonName::sound).toList());
  }

  private static String sound(String word) {
    String sound = word;
    for (Map.Entry<String, String> spelling : Spellings.ALL.entrySet()) {
      sound = sound.replace(spelling.getKey(), spelling.getValue());
    }
    return DOUBLED.matcher(sound).replaceAll("$1");
  }

  /** Keys of which names of {@link Likeness#FAMILIAR} and better share one. */
  Set<String> blocks() {
    List<String> given = sound().given();
    Set<String> blocks = new LinkedHashSet<>();
    for (String first : GivenNames.fullForms(given.get(0))) {
      for (String word : given.subList(1, given.size())) {
        if (!isInitial(word)) {
          blocks.add(first.substring(0, first.offsetByCodePoints(0, 1)) + " " + word);
        }
      }
    }
    return blocks.isEmpty() ? Set.of(String.join(" ", given)) : blocks;
  }

  /** Keys of which any two names share one of which one may be a part of the other. */
  Set<String> parts() {
    Set<String> parts = new LinkedHashSet<>();
    for (String word : sound().given()) {
      if (!isInitial(word) && !PARTICLES.contains(word)) {
        parts.add(word);
      }
    }
    return parts;
  }

  /** Whether one of the two is a Jr. or the like, and the other is not told to be. */
  boolean differsInGeneration(PersonName other) {
    return !generation().equals(other.generation());
  }

  /** How far the two go towards one person, in their own spelling or in another. */
  Likeness likeness(PersonName other) {
    return likeness(this, sound(), other, other.sound());
  }

  /** The same, for whoever has the {@link #sound} of both at hand. */
  static Likeness likeness(PersonName one, PersonName sound, PersonName other, PersonName sounds) {
    Likeness plain = one.spelt(other);
    if (plain != Likeness.NONE) {
      return plain;
    }
    Likeness spoken = sound.spelt(sounds);
    if (spoken == Likeness.NONE && sound.isTurned(sounds)) {
      return Likeness.TURNED;
    }
    if (spoken == Likeness.NONE && sound.isFamiliar(sounds)) {
      return Likeness.FAMILIAR;
    }
    return spoken == Likeness.FULL ? Likeness.VARIANT : spoken;
  }

  private Likeness spelt(PersonName other) {
    Likeness likeness = spelling(other);
    return likeness == Likeness.FULL && differsInGeneration(other) ? Likeness.PARTIAL : likeness;
  }

  private Likeness spelling(PersonName other) {
    if (!generation().isEmpty()
        && !other.generation().isEmpty()
        && !generation().equals(other.generation())) {
      return Likeness.NONE;
    }
    if (isSingle() || other.isSingle()) {
      return likenessOfSingle(other);
    }
    List<String> one = given();
    List<String> two = other.given();
    if (isEndOf(one, two) || isEndOf(two, one)) {
      return Likeness.SURNAME;
    }
    String first = one.get(0);
    String otherFirst = two.get(0);
    if (String.join("", one).equals(String.join("", two))) {
      return Likeness.FULL; // "Abdul Karim" is "Abdulkarim".
    }
    List<String> middle = one.subList(1, one.size() - 1);
    List<String> otherMiddle = two.subList(1, two.size() - 1);
    boolean sameEnds = first.equals(otherFirst) && last(one).equals(last(two));
    if (sameEnds && agree(middle, otherMiddle)) {
      return Likeness.FULL;
    }
    boolean mayLeaveOut = mayBe(first, otherFirst) && (leavesOut(one, two) || leavesOut(two, one));
    return mayLeaveOut ? Likeness.PARTIAL : Likeness.NONE;
  }

  /** {@code Tavora Nilza} for {@code Nilza Tavora}: the same words, begun at another. */
  private boolean isTurned(PersonName other) {
    List<String> one = given();
    List<String> two = other.given();
    if (one.size() != two.size() || one.size() < 2 || !generation().equals(other.generation())) {
      return false;
    }
    List<String> turned = new ArrayList<>(two);
    for (int start = 1; start < two.size(); start++) {
      Collections.rotate(turned, 1);
      if (turned.equals(one)) {
        return true;
      }
    }
    return false;
  }

  /** {@code Bill Tavora} for {@code William Tavora}, both as they sound. */
  private boolean isFamiliar(PersonName other) {
    String first = words.get(0);
    String otherFirst = other.words.get(0);
    if (isSingle()
        || other.isSingle()
        || Collections.disjoint(GivenNames.fullForms(first), GivenNames.fullForms(otherFirst))) {
      return false;
    }
    List<String> likened = new ArrayList<>(words);
    likened.set(0, otherFirst);
    Likeness rest = new PersonName(likened).spelt(other);
    return rest == Likeness.FULL || rest == Likeness.PARTIAL;
  }

  /** Whether both have a given name and end in one family name, both as they sound. */
  boolean isNamesake(PersonName other) {
    return !isSingle() && !other.isSingle() && last(given()).equals(last(other.given()));
  }

  private Likeness likenessOfSingle(PersonName other) {
    List<String> one = given();
    List<String> two = other.given();
    if (one.equals(two)) {
      return Likeness.SURNAME;
    }
    boolean fits =
        one.size() < two.size()
            ? Collections.indexOfSubList(two, one) >= 0
            : Collections.indexOfSubList(one, two) >= 0;
    return fits && !isInitial(one.get(0)) && !isInitial(two.get(0))
        ? Likeness.SURNAME
        : Likeness.NONE;
  }

  /** {@code Silva Tavora} ends {@code Nilza Silva Tavora}. */
  private static boolean isEndOf(List<String> end, List<String> whole) {
    return end.size() < whole.size()
        && whole.subList(whole.size() - end.size(), whole.size()).equals(end);
  }

  /** Middle names agree if only initials are missing or stand for names. */
  private static boolean agree(List<String> one, List<String> two) {
    if (one.isEmpty() || two.isEmpty()) {
      return one.stream().allMatch(PersonName::isInitial)
          && two.stream().allMatch(PersonName::isInitial);
    }
    if (one.size() != two.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!mayBe(one.get(i), two.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the shorter is the longer without some names after the first, two names at least. */
  private static boolean leavesOut(List<String> shorter, List<String> longer) {
    if (shorter.size() > longer.size() || isInitial(last(shorter))) {
      return false;
    }
    boolean bothHaveMiddleInitials =
        shorter.subList(1, shorter.size() - 1).stream().anyMatch(PersonName::isInitial)
            && longer.subList(1, longer.size() - 1).stream().anyMatch(PersonName::isInitial);
    if (bothHaveMiddleInitials && shorter.size() != longer.size()) {
      return false;
    }
    int next = 1;
    for (String word : longer.subList(1, longer.size())) {
      if (next < shorter.size() && mayBe(shorter.get(next), word)) {
        next++;
      }
    }
    return next == shorter.size();
  }

  private static boolean mayBe(String one, String two) {
    return one.equals(two)
        || (isInitial(one) && two.startsWith(one))
        || (isInitial(two) && one.startsWith(two));
  }

  private static boolean isInitial(String word) {
    return word.codePointCount(0, word.length()) == 1;
  }

  private List<String> given() {
    return words.size() > 1 && GENERATIONS.contains(last(words))
        ? words.subList(0, words.size() - 1)
        : words;
  }

  private String generation() {
    return given().size() < words.size() ? last(words) : "";
  }

  private static String last(List<String> words) {
    return words.get(words.size() - 1);
  }
}
