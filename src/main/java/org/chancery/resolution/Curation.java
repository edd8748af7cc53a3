package org.chancery.resolution;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.ExitCode;
import org.chancery.Nearest;
import org.chancery.Reason;
import org.chancery.UserException;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Table;

/**
 * What a person decided where the program is wrong, one decision a line: {@code same}, {@code
 * different}, {@code reject}, {@code rename}. It is held against what resolution gives without it,
 * so that a line that is deleted is undone.
 *
 * @param file where they stand; empty if no file is given, not even an empty one
 * @param decisions in the order of the lines
 */
public record Curation(Optional<String> file, List<Decision> decisions) {
  /** Relations to days and words; the others are to things. */
  static final Set<Predicate> VALUES =
      Set.of(Predicate.SIGNED_ON, Predicate.HELD_ON, Predicate.ENDED_ON, Predicate.TEXT);

  private static final List<String> KINDS = List.of("same", "different", "reject", "rename");

  /** What people meant by other words, read when first asked for. */
  private static final class Meant {
    static final Map<String, String> ALL = new TreeMap<>();

    static {
      for (Table.Row row : Table.load("ontology/resolution/decisions.tsv").rows()) {
        ALL.put(row.get("word"), row.get("decision"));
      }
    }
  }

  /** How many malformed lines are told of at once. */
  private static final int TOLD = 20;

  /** One line. */
  sealed interface Decision {
    /** Where it stands, for messages: {@code curation.tsv, line 3}. */
    String place();
  }

  /** The two are one thing; it keeps the IRI of the first. */
  record Same(String place, Target one, Target other) implements Decision {}

  /** The two are not one thing. */
  record Different(String place, Target one, Target other) implements Decision {}

  /**
   * A fact is wrong.
   *
   * @param article whose claim is meant; empty for those of all articles
   * @param object an IRI, a day or words
   */
  record Reject(
      String place, Optional<String> article, Target subject, Predicate predicate, String object)
      implements Decision {}

  /** A thing's best name. */
  record Rename(String place, Target target, String label) implements Decision {}

  /**
   * A thing as resolution names it.
   *
   * @param written as the line has it, without the article
   * @param article an article's identifier, if only what that article tells of the thing is meant:
   *     {@link Different} alone can mean that
   */
  record Target(String written, Optional<String> article) {
    private static final String MARK = "@";

    static Target of(String word) {
      String bare = word.replaceFirst("^<(.*)>(@.*)?$", "$1$2");
      int slash = bare.contains("://") ? bare.indexOf('/', bare.indexOf("://") + 3) : 0;
      int mark = bare.indexOf(MARK, Math.max(slash, 0));
      return mark < 0
          ? new Target(bare, Optional.empty())
          : new Target(bare.substring(0, mark), Optional.of(bare.substring(mark + 1)));
    }

    /** In full. */
    String iri(String base) {
      return expanded(written, base);
    }

    @Override
    public String toString() {
      return written + article.map(id -> MARK + id).orElse("");
    }
  }

  public Curation {
    decisions = List.copyOf(decisions);
  }

  /** No decisions, and no file that could hold any. */
  public static Curation none() {
    return new Curation(Optional.empty(), List.of());
  }

  public boolean isEmpty() {
    return decisions.isEmpty();
  }

  /** {@code id:official/x} and {@code official/x} in full. */
  static String expanded(String written, String base) {
    return written.contains("://") ? written : base + written.replaceFirst("^id:", "");
  }

  /**
   * Reads a file of decisions. Lines that start with {@code #} are comments.
   *
   * @param base what IRIs of things start with
   * @throws UserException that names file and line and says what to write, if the file is not
   *     there, not in UTF-8, or lines are malformed or contradict others, for each of the first
   *     twenty of these in their order
   */
  public static Curation read(Path file, String base) {
    List<Decision> decisions = new ArrayList<>();
    List<String> places = new ArrayList<>();
    Map<String, UserException> malformed = new HashMap<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        String place = file + ", line " + number;
        places.add(place);
        try {
          decisions.add(decision(place, line));
        } catch (UserException failure) {
          malformed.put(place, failure);
        }
      }
    }
    malformed.putAll(Consistency.check(decisions, base));
    require(
        places.stream()
            .flatMap(place -> Optional.ofNullable(malformed.get(place)).stream())
            .toList(),
        file.toString());
    return new Curation(Optional.of(file.toString()), decisions);
  }

  /** Throws if lines are malformed, one exception for all of them. */
  static void require(List<UserException> malformed, String file) {
    if (malformed.isEmpty()) {
      return;
    }
    List<String> messages = new ArrayList<>();
    malformed.stream().limit(TOLD).forEach(each -> messages.add(String.valueOf(each.getMessage())));
    if (malformed.size() > TOLD) {
      messages.add("%s: %d more lines like these.".formatted(file, malformed.size() - TOLD));
    }
    throw new UserException(
        malformed.get(0).exitCode(), String.join("\n", messages), malformed.get(0));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException missing) {
      throw new UserException(
          ExitCode.NO_INPUT, "There is no file %s for --curation.".formatted(file), missing);
    } catch (CharacterCodingException failure) {
      throw new UserException(ExitCode.DATA, file + " is not in UTF-8. Save it so.", failure);
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.IO, "%s cannot be read: %s.".formatted(file, Reason.of(failure)), failure);
    }
  }

  private static Decision decision(String place, String line) {
    List<String> words = words(line);
    String kind = words.isEmpty() ? line.strip() : words.get(0);
    return switch (kind) {
      case "same" -> {
        List<String> two = require(place, words, 2, "same IRI IRI");
        yield new Same(place, thing(place, kind, two.get(0)), thing(place, kind, two.get(1)));
      }
      case "different" -> {
        List<String> two = require(place, words, 2, "different IRI IRI");
        yield new Different(place, Target.of(two.get(0)), Target.of(two.get(1)));
      }
      case "reject" -> {
        List<String> four = require(place, words, 4, "reject ARTICLE SUBJECT RELATION OBJECT");
        String article = four.get(0);
        Predicate predicate = predicate(place, four.get(2));
        if (!VALUES.contains(predicate)) {
          thing(place, kind, four.get(3));
        }
        yield new Reject(
            place,
            article.equals("*") ? Optional.empty() : Optional.of(article),
            thing(place, kind, four.get(1)),
            predicate,
            four.get(3));
      }
      case "rename" -> {
        List<String> two = require(place, words, 2, "rename IRI \"Name\"");
        if (two.get(1).isBlank()) {
          throw malformed(place, "the new name is empty. Write rename IRI \"Name\".");
        }
        yield new Rename(place, thing(place, kind, two.get(0)), two.get(1).strip());
      }
      default ->
          throw malformed(
              place,
              "\"%s\" is no decision. Did you mean \"%s\"? There are %s."
                  .formatted(kind, meant(kind), String.join(", ", KINDS)));
    };
  }

  private static String meant(String word) {
    String bare = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return Optional.ofNullable(Meant.ALL.get(bare))
        .orElseGet(() -> Nearest.of(word, KINDS, 1).get(0));
  }

  /** All that is told of a thing: to set apart what one article tells takes a line of its own. */
  private static Target thing(String place, String kind, String word) {
    Target target = Target.of(word);
    if (target.article().isPresent()) {
      String article = target.article().get();
      throw malformed(
          place,
          "\"%s\" takes no @ARTICLE, as it is about all that is told of %s. Leave out \"@%s\"; %s."
              .formatted(
                  kind,
                  target.written(),
                  article,
                  kind.equals("reject")
                      ? "the article goes before the subject"
                      : "to set apart what that article tells, write different %s %s"
                          .formatted(target, target.written())));
    }
    return target;
  }

  /** By hand: a regular expression would need the stack for long words. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      int end = line.charAt(at) == '"' ? closing(line, at) : -1;
      if (end >= 0) {
        words.add(line.substring(at + 1, end).replaceAll("\\\\(.)", "$1"));
        at = end + 1;
      } else if (isSpace(line.charAt(at))) {
        at++;
      } else {
        int start = at;
        while (at < line.length() && !isSpace(line.charAt(at))) {
          at++;
        }
        words.add(line.substring(start, at));
      }
    }
    return words;
  }

  private static boolean isSpace(char c) {
    return " \t\n\u000b\f\r".indexOf(c) >= 0;
  }

  /** Where the quotation mark of an opening one is; -1 if there is none. */
  private static int closing(String line, int opening) {
    for (int at = opening + 1; at < line.length(); at++) {
      if (line.charAt(at) == '\\') {
        at++;
      } else if (line.charAt(at) == '"') {
        return at;
      }
    }
    return -1;
  }

  private static List<String> require(
      String place, List<String> words, int number, String pattern) {
    if (words.size() != number + 1) {
      throw malformed(
          place,
          "%d word%s after \"%s\", where %d are due. Write %s; what holds spaces goes into quotation marks."
              .formatted(
                  words.size() - 1, words.size() == 2 ? "" : "s", words.get(0), number, pattern));
    }
    return words.subList(1, words.size());
  }

  private static Predicate predicate(String place, String written) {
    String name = written.replaceFirst("^<.*[#/](.*)>$", "$1").replaceFirst("^chy:", "");
    return Predicate.named(name)
        .orElseThrow(
            () -> {
              TreeSet<String> known = new TreeSet<>();
              for (Predicate predicate : Predicate.values()) {
                known.add(predicate.localName());
              }
              return malformed(
                  place,
                  "\"%s\" is no relation. Did you mean %s?"
                      .formatted(written, String.join(" or ", Nearest.of(name, known, 2))));
            });
  }

  static UserException malformed(String place, String problem) {
    return new UserException(ExitCode.DATA, place + ": " + problem);
  }
}
