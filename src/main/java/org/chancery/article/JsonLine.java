package org.chancery.article;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One article as a JSON object, strictly: {@code id} and {@code text} or {@code html} must be
 * there, {@code title} and {@code published} may be, other fields are passed over, and {@code null}
 * is as good as nothing.
 *
 * @param title in one line
 * @param body {@code text} as it is, or else the main text of {@code html}
 */
record JsonLine(String id, Optional<String> title, Optional<LocalDate> published, String body) {
  private static final Set<String> FIELDS = Set.of("id", "title", "published", "text", "html");
  private static final int DEEPEST = 100;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** Where in its message Gson tells how far it came. */
  private static final Pattern COLUMN = Pattern.compile("\\bat line 1 column (\\d+)");

  /**
   * @param bytes the line without its end, in UTF-8
   */
  static JsonLine of(byte[] bytes) throws Decoder.Unreadable {
    Map<String, String> fields = fields(Decoder.utf8(bytes));
    return new JsonLine(id(fields), title(fields), published(fields), body(fields));
  }

  private static Map<String, String> fields(String json) throws Decoder.Unreadable {
    JsonReader reader = new JsonReader(new StringReader(json));
    reader.setStrictness(Strictness.STRICT);
    Map<String, String> fields = new HashMap<>();
    try {
      if (reader.peek() != JsonToken.BEGIN_OBJECT) {
        throw new Decoder.Unreadable(
            "wrong-type", "the line is no JSON object. Write one object on each line");
      }
      object(reader, name -> field(reader, name, fields));
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("more than one value");
      }
      return fields;
    } catch (MalformedJsonException e) {
      throw new Decoder.Unreadable(
          "invalid-json", "no valid JSON%s. Mend the line".formatted(near(e)));
    } catch (IOException e) {
      // A string does not fail: this is the end of a line that should go on.
      throw new Decoder.Unreadable(
          "invalid-json", "the JSON object does not end. Write each object on one line");
    }
  }

  private static String near(MalformedJsonException e) {
    Matcher column = COLUMN.matcher(String.valueOf(e.getMessage()));
    return column.find() ? " near character " + column.group(1) : " after its end";
  }

  /** What is done with the value of one key. */
  private interface Member {
    void read(String name) throws IOException, Decoder.Unreadable;
  }

  private static void object(JsonReader reader, Member member)
      throws IOException, Decoder.Unreadable {
    Set<String> seen = new HashSet<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (!seen.add(name)) {
        throw new Decoder.Unreadable(
            "duplicate-key",
            "the key \"%s\" stands there twice. Keep one of them".formatted(OneLine.of(name)));
      }
      member.read(name);
    }
    reader.endObject();
  }

  private static void field(JsonReader reader, String name, Map<String, String> fields)
      throws IOException, Decoder.Unreadable {
    JsonToken type = reader.peek();
    if (!FIELDS.contains(name) || type == JsonToken.NULL) {
      passOver(reader, 2);
    } else if (type == JsonToken.STRING) {
      fields.put(name, sound(name, reader.nextString()));
    } else {
      throw new Decoder.Unreadable(
          "wrong-type", "\"%s\" is no string. Put it into quotation marks".formatted(name));
    }
  }

  /** Goes through a value that nobody wants: it must be sound all the same. */
  private static void passOver(JsonReader reader, int depth)
      throws IOException, Decoder.Unreadable {
    if (depth > DEEPEST) {
      throw new Decoder.Unreadable(
          "too-deep", "nested deeper than %d levels. Make it flatter".formatted(DEEPEST));
    }
    switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader, name -> passOver(reader, depth + 1));
      case BEGIN_ARRAY -> {
        reader.beginArray();
        while (reader.hasNext()) {
          passOver(reader, depth + 1);
        }
        reader.endArray();
      }
      default -> reader.skipValue();
    }
  }

  /** Half of a surrogate pair is no character: no store would give it back. */
  private static String sound(String name, String value) throws Decoder.Unreadable {
    boolean halved =
        value
            .codePoints()
            .anyMatch(c -> c == 0 || Character.getType(c) == (int) Character.SURROGATE);
    if (halved) {
      throw new Decoder.Unreadable(
          "invalid-field",
          "\"%s\" holds \\u0000 or half of a surrogate pair, which is no text. Mend it"
              .formatted(name));
    }
    return value;
  }

  private static String id(Map<String, String> fields) throws Decoder.Unreadable {
    String id = fields.getOrDefault("id", "");
    if (Decoder.isBlank(id)) {
      throw new Decoder.Unreadable(
          "missing-field", "there is no \"id\". Give each article an id of its own");
    }
    if (!OneLine.of(id).equals(id)) {
      throw new Decoder.Unreadable(
          "invalid-field", "\"id\" holds control characters. Leave them out");
    }
    return id;
  }

  private static Optional<String> title(Map<String, String> fields) {
    String title = BLANKS.matcher(fields.getOrDefault("title", "")).replaceAll(" ").strip();
    return Optional.of(title).filter(line -> !Decoder.isBlank(line));
  }

  private static Optional<LocalDate> published(Map<String, String> fields)
      throws Decoder.Unreadable {
    String day = fields.getOrDefault("published", "");
    if (day.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (DAY.matcher(day).matches()) {
        return Optional.of(LocalDate.parse(day));
      }
    } catch (DateTimeException e) {
      // No day of the calendar: said below.
    }
    throw new Decoder.Unreadable(
        "invalid-field",
        "\"published\" is \"%s\". Write a day such as 2031-05-03".formatted(OneLine.of(day)));
  }

  private static String body(Map<String, String> fields) throws Decoder.Unreadable {
    Optional<String> text = Optional.ofNullable(fields.get("text"));
    Optional<String> html = Optional.ofNullable(fields.get("html"));
    String body =
        text.or(() -> html.map(MainText::of))
            .orElseThrow(
                () ->
                    new Decoder.Unreadable(
                        "missing-field", "there is neither \"text\" nor \"html\". Add one"));
    if (Decoder.isBlank(body)) {
      throw new Decoder.Unreadable("blank", "the text holds nothing but blanks. Fill it in");
    }
    return body;
  }
}
