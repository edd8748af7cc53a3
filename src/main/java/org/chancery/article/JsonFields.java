package org.chancery.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.ExitCode;
import org.chancery.UserException;

/**
 * Which keys of a JSON object hold what of an article; of several the first that is there and not
 * {@code null} counts.
 */
public final class JsonFields {
  /** What is asked for. */
  enum Part {
    ID("id guid url link"),
    TITLE("title headline"),
    PUBLISHED("published date pubDate datePublished"),
    TEXT("text body content articleBody"),
    HTML("html content_html"),
    URL("url link"),
    AUTHOR("byline author");

    /** The names in use, parted by spaces. */
    private final String usual;

    Part(String usual) {
      this.usual = usual;
    }

    private List<String> usual() {
      return List.of(usual.split(" "));
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Part> of(String word) {
      return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }

    static String words() {
      return Arrays.stream(values()).map(Part::word).collect(Collectors.joining(", "));
    }
  }

  /** The names in use. */
  public static final JsonFields USUAL = new JsonFields(Map.of());

  private final Map<Part, List<String>> chosen;

  private JsonFields(Map<Part, List<String>> chosen) {
    this.chosen = chosen;
  }

  /**
   * As a person chose them; for what is not chosen, the names in use.
   *
   * @param choices such as {@code text=story}; a part may be chosen several times
   * @throws UserException if one is malformed
   */
  public static JsonFields of(List<String> choices) {
    Map<Part, List<String>> chosen = new EnumMap<>(Part.class);
    for (String choice : choices) {
      int equals = choice.indexOf('=');
      Optional<Part> part = Part.of(choice.substring(0, Math.max(equals, 0)));
      if (part.isEmpty() || equals + 1 == choice.length()) {
        throw new UserException(
            ExitCode.USAGE,
            "--field is \"%s\". Pass one of %s, an equals sign and the name of a field, such as text=story."
                .formatted(OneLine.of(choice), Part.words()));
      }
      chosen
          .computeIfAbsent(part.get(), first -> new ArrayList<>())
          .add(choice.substring(equals + 1));
    }
    return chosen.isEmpty() ? USUAL : new JsonFields(chosen);
  }

  List<String> names(Part part) {
    return chosen.getOrDefault(part, part.usual());
  }

  /** The one name that a message tells. */
  String name(Part part) {
    return names(part).get(0);
  }

  boolean hasName(String name) {
    return Arrays.stream(Part.values()).anyMatch(part -> names(part).contains(name));
  }

  /** What tells these choices from others; empty for the names in use. */
  String mark() {
    return chosen.isEmpty() ? "" : chosen.toString();
  }
}
