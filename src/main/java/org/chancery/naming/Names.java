package org.chancery.naming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.Table;

/** Names folded into words, and how alike they are. */
public final class Names {
  private static final Pattern SILENT = Pattern.compile("['’‘ʼ´`.]+");
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /** What names that share all words but differ in order or small words come to. */
  private static final double SAME_WORDS = 0.98;

  /** What a person's name comes to when one side leaves names out. */
  private static final double LEFT_OUT = 0.93;

  /** What one word that is spelt otherwise takes away. */
  private static final double MISSPELT = 0.06;

  /** Words shorter than this are too easily another word. */
  private static final int LONG = 5;

  /** What an abbreviation comes to at most: others share it. */
  private static final double ABBREVIATION = 0.8;

  private static final int LONGEST_ABBREVIATION = 6;

  /** What two initials and a surname come to when they are all that both names share. */
  private static final double INITIALS = 0.93;

  /** {@code N.Q. Tavora} is {@code N. Q. Tavora}. */
  private static final Pattern INITIAL =
      Pattern.compile("(?<![\\p{L}\\p{M}])(\\p{Lu})\\.(?=\\p{Lu})");

  private static final Set<String> SMALL = wordsOf("small-words.tsv");

  /**
   * Words that make another office of one, each with the words of which one stands beside it; with
   * none if it does so anywhere: {@code Deputy Prime Minister}.
   */
  private static final Map<String, Set<String>> RANKS = rankWords();

  private static final Map<String, String> SPELLINGS = pairs("spellings.tsv", "word", "as");

  /** Words whose spelling tells whose a body is: the Labour Party is not the Labor Party. */
  private static final Set<String> TELLING_SPELLINGS = tellingSpellings();

  private static final Map<String, String> NUMBERS = pairs("number-words.tsv", "word", "number");

  /** Number words that also begin a name without counting it: {@code One Lagoon Summit}. */
  private static final Set<String> CARDINALS = cardinals();

  private static final Pattern ORDINAL = Pattern.compile("([0-9]+)(?:st|nd|rd|th)");

  private static Set<String> wordsOf(String table) {
    return Table.load("ontology/links/" + table).rows().stream()
        .map(row -> row.get("word"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, String> pairs(String table, String from, String to) {
    return Table.load("ontology/links/" + table).rows().stream()
        .collect(Collectors.toUnmodifiableMap(row -> row.get(from), row -> row.get(to)));
  }

  private static Map<String, Set<String>> rankWords() {
    return Table.load("ontology/links/rank-words.tsv").rows().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                row -> row.get("word"),
                row ->
                    row.get("beside").isEmpty()
                        ? Set.of()
                        : Set.of(row.get("beside").split("\\|", -1))));
  }

  private static Set<String> tellingSpellings() {
    return Table.load("ontology/links/spellings.tsv").rows().stream()
        .filter(row -> row.get("tells").equals("yes"))
        .map(row -> row.get("word"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> cardinals() {
    return Table.load("ontology/links/number-words.tsv").rows().stream()
        .filter(row -> row.get("kind").equals("cardinal"))
        .map(row -> row.get("word"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Names() {}

  /**
   * The words of a name: small letters, without accents, split at what is no letter or digit, and
   * spelt in one way where English has two and neither tells anything.
   */
  public static List<String> words(String name) {
    char[] from = SILENT.matcher(name).replaceAll("").toCharArray();
    char[] to = new char[from.length * 4];
    int length = ASCIIFoldingFilter.foldToASCII(from, 0, to, 0, from.length);
    List<String> words = new ArrayList<>();
    for (String word : GAP.split(new String(to, 0, length).toLowerCase(Locale.ROOT), -1)) {
      if (!word.isEmpty()) {
        words.add(TELLING_SPELLINGS.contains(word) ? word : spelt(word));
      }
    }
    return words;
  }

  /** A word in the one of its spellings that all are compared in. */
  private static String spelt(String word) {
    return SPELLINGS.getOrDefault(word, word);
  }

  /** Equal for names that differ in case, accents and punctuation alone. */
  public static String key(String name) {
    return String.join(" ", words(name));
  }

  /** The words that tell something, each spelt in one way; all if none does. */
  public static List<String> telling(String name) {
    return tellingAsSpelt(name).stream().map(Names::spelt).toList();
  }

  private static List<String> tellingAsSpelt(String name) {
    List<String> words = words(name);
    List<String> telling = words.stream().filter(word -> !SMALL.contains(word)).toList();
    return telling.isEmpty() ? words : telling;
  }

  /**
   * How alike two names are, in [0, 1].
   *
   * @return 0 for a single name of a person: a surname alone says nothing. 0, too, for names with
   *     different numbers, and for offices of different rank
   */
  public static double similarity(EntityType type, String one, String other) {
    if (type == EntityType.OFFICIAL) {
      return ofPersons(telling(apart(one)), telling(apart(other)));
    }
    if (key(one).equals(key(other))) {
      return isAbbreviation(one) ? ABBREVIATION : 1;
    }
    boolean body = type == EntityType.ORGANIZATION;
    List<String> told = body ? tellingAsSpelt(one) : telling(one);
    List<String> otherTold = body ? tellingAsSpelt(other) : telling(other);
    boolean office = type == EntityType.OFFICE;
    Set<String> numbers = numbers(told);
    Set<String> otherNumbers = numbers(otherTold);
    boolean bothCount = office || (!numbers.isEmpty() && !otherNumbers.isEmpty());
    if (bothCount && !numbers.equals(otherNumbers)) {
      return 0;
    }
    List<String> counted = counted(told);
    List<String> otherCounted = counted(otherTold);
    List<String> words = joined(counted, otherCounted);
    List<String> others = joined(otherCounted, counted);
    if (office && !ranks(words).equals(ranks(others))) {
      return 0;
    }
    return ofWords(words, others);
  }

  /** Initials that are written together, apart. */
  public static String apart(String name) {
    return INITIAL.matcher(name).replaceAll("$1. ");
  }

  /** Number words as digits: {@code twenty first}, {@code 21st}; {@code II}, {@code 2}. */
  private static List<String> counted(List<String> words) {
    List<String> counted = new ArrayList<>();
    int tens = 0;
    for (String word : words) {
      Matcher ordinal = ORDINAL.matcher(word);
      String number = ordinal.matches() ? ordinal.group(1) : NUMBERS.getOrDefault(word, word);
      if (tens > 0 && number.matches("[1-9]")) {
        counted.set(counted.size() - 1, String.valueOf(tens + Integer.parseInt(number)));
        tens = 0;
      } else {
        counted.add(number);
        tens = number.matches("[2-9]0") && word.endsWith("y") ? Integer.parseInt(number) : 0;
      }
    }
    return counted;
  }

  /** The numbers that count a thing. A cardinal does so after a word that is no number itself. */
  private static Set<String> numbers(List<String> words) {
    List<String> counting = new ArrayList<>();
    String before = "";
    for (String word : words) {
      boolean tens = before.endsWith("ty");
      boolean begins =
          before.isEmpty()
              || NUMBERS.containsKey(before)
              || before.matches("[0-9]+")
              || ORDINAL.matcher(before).matches();
      if (!CARDINALS.contains(word) || tens || !begins) {
        counting.add(word);
      }
      before = word;
    }
    return counted(counting).stream()
        .filter(word -> word.matches("[0-9]+"))
        .collect(Collectors.toSet());
  }

  private static Set<String> ranks(List<String> words) {
    Set<String> ranks = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      Set<String> beside = RANKS.get(words.get(i));
      if (beside != null
          && (beside.isEmpty()
              || (i > 0 && beside.contains(words.get(i - 1)))
              || (i + 1 < words.size() && beside.contains(words.get(i + 1))))) {
        ranks.add(words.get(i));
      }
    }
    return ranks;
  }

  /** Two words that the other name writes as one become one. */
  private static List<String> joined(List<String> words, List<String> others) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (i + 1 < words.size() && others.contains(words.get(i) + words.get(i + 1))) {
        joined.add(words.get(i) + words.get(i + 1));
        i++;
      } else {
        joined.add(words.get(i));
      }
    }
    return joined;
  }

  private static boolean isAbbreviation(String name) {
    return name.length() <= LONGEST_ABBREVIATION && name.equals(name.toUpperCase(Locale.ROOT));
  }

  private static double ofPersons(List<String> one, List<String> other) {
    List<String> full = one.stream().filter(word -> word.length() > 1).toList();
    List<String> fullOther = other.stream().filter(word -> word.length() > 1).toList();
    if (full.size() < 2 || fullOther.size() < 2) {
      boolean initials = one.equals(other) && one.size() > 2 && full.size() == 1;
      return initials ? INITIALS : 0;
    }
    if (one.equals(other)) {
      return 1;
    }
    boolean shorter = full.size() <= fullOther.size();
    List<String> few = shorter ? full : fullOther;
    List<String> many = new ArrayList<>(shorter ? fullOther : full);
    boolean sameFirst = alike(few.get(0), many.get(0));
    int misspelt = 0;
    for (String word : few) {
      if (!many.remove(word)) {
        int near = near(word, many);
        if (near < 0) {
          return 0;
        }
        many.remove(near);
        misspelt++;
      }
    }
    if (!initialsAgree(one, other)) {
      return 0;
    }
    double likeness = many.isEmpty() ? SAME_WORDS : sameFirst ? LEFT_OUT : LEFT_OUT - MISSPELT;
    return misspelt > 1 ? 0 : likeness - misspelt * MISSPELT;
  }

  /** {@code Nilza Q. Tavora} is not {@code Nilza R. Tavora}. */
  private static boolean initialsAgree(List<String> one, List<String> other) {
    List<String> initials = one.stream().filter(word -> word.length() == 1).toList();
    List<String> others = other.stream().filter(word -> word.length() == 1).toList();
    return initials.isEmpty() || others.isEmpty() || initials.equals(others);
  }

  private static double ofWords(List<String> one, List<String> other) {
    List<String> left = new ArrayList<>(other);
    int shared = 0;
    int misspelt = 0;
    for (String word : one) {
      if (left.remove(word)) {
        shared++;
      } else {
        int near = near(word, left);
        if (near >= 0) {
          left.remove(near);
          shared++;
          misspelt++;
        }
      }
    }
    double dice = 2.0 * shared / (one.size() + other.size());
    return Math.max(0, (dice == 1 ? SAME_WORDS : dice * SAME_WORDS) - misspelt * MISSPELT);
  }

  private static int near(String word, List<String> others) {
    for (int i = 0; i < others.size(); i++) {
      if (alike(word, others.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** The same word but for one letter, or in its other spelling. */
  static boolean alike(String one, String other) {
    if (spelt(one).equals(spelt(other))) {
      return true;
    }
    if (Math.min(one.length(), other.length()) < LONG
        || Math.abs(one.length() - other.length()) > 1) {
      return false;
    }
    int start = 0;
    int shortest = Math.min(one.length(), other.length());
    while (start < shortest && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shortest - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return Math.max(one.length(), other.length()) - start - end <= 1;
  }
}
