package org.chancery.article;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.JsonText;

/**
 * One article as a JSON object, strictly: an id and a text or a page must be there, all else may
 * be, fields that nobody asked for are passed over, and {@code null} is as good as nothing.
 *
 * @param body the text as it is, or else the main text of the page
 * @param warnings what was mended
 */
record JsonLine(String id, Head head, String body, List<Read.Warning> warnings) {
  private static final int DEEPEST = 100;

  /** Where in its message Gson tells how far it came. */
  private static final Pattern COLUMN = Pattern.compile("\\bat line 1 column (\\d+)");

  /** A field that may hold either begins with a tag where it holds a page. */
  private static final Pattern TAG =
      Pattern.compile("\\s*<(?:!doctype|!--|/?[a-z][a-z0-9]*\\b)", Pattern.CASE_INSENSITIVE);

  JsonLine {
    warnings = List.copyOf(warnings);
  }

  /**
   * Of a line.
   *
   * @param bytes the line without its end, in UTF-8
   */
  static JsonLine of(byte[] bytes, JsonFields names) throws Decoder.Unreadable {
    return new Parser(names).line(Decoder.utf8(bytes));
  }

  /**
   * What one key holds.
   *
   * @param text of a string, or of a number as it is written; else empty
   */
  private record Value(JsonToken type, String text) {
    boolean isString() {
      return type == JsonToken.STRING;
    }

    /** Ids are often numbers; all else that we ask for is words. */
    boolean fits(JsonFields.Part part) {
      return isString() || (part == JsonFields.Part.ID && type == JsonToken.NUMBER);
    }
  }

  private static final class Parser {
    private final JsonFields names;
    private final Map<String, Value> fields = new HashMap<>();
    private final List<Read.Warning> warnings = new ArrayList<>();

    Parser(JsonFields names) {
      this.names = names;
    }

    JsonLine line(String json) throws Decoder.Unreadable {
      read(json);
      String id = id();
      Optional<String> title = string(JsonFields.Part.TITLE).flatMap(Page::line);
      Optional<LocalDate> published = published();
      Optional<Page> page = Optional.empty();
      Optional<Found> text = find(JsonFields.Part.TEXT);
      Optional<String> body = text.isPresent() ? Optional.of(sound(text.get())) : Optional.empty();
      if (text.isPresent()
          && !text.get().name().equals("text")
          && TAG.matcher(body.orElseThrow()).lookingAt()) {
        page = body.map(Page::of);
      } else if (body.isEmpty()) {
        page = string(JsonFields.Part.HTML).map(Page::of);
      }
      String words = body(body, page);
      Head told =
          new Head(
              title,
              published,
              soft(JsonFields.Part.AUTHOR).flatMap(Page::line),
              soft(JsonFields.Part.URL).flatMap(Address::of));
      page.ifPresent(read -> warnings.addAll(read.warnings()));
      return new JsonLine(id, told.or(page.map(Page::head).orElse(Head.NONE)), words, warnings);
    }

    private String body(Optional<String> text, Optional<Page> page) throws Decoder.Unreadable {
      Optional<String> body = page.isPresent() ? page.map(Page::text) : text;
      if (body.isEmpty()) {
        throw new Decoder.Unreadable(
            "missing-field",
            "there is neither \"%s\" nor \"%s\". Add one"
                .formatted(names.name(JsonFields.Part.TEXT), names.name(JsonFields.Part.HTML)));
      }
      if (Decoder.isBlank(body.get())) {
        throw new Decoder.Unreadable("blank", "the text holds nothing but blanks. Fill it in");
      }
      return body.get();
    }

    private void read(String json) throws Decoder.Unreadable {
      JsonReader reader = new JsonReader(new StringReader(JsonText.unmarked(json)));
      reader.setStrictness(Strictness.STRICT);
      try {
        if (reader.peek() != JsonToken.BEGIN_OBJECT) {
          throw new Decoder.Unreadable(
              "wrong-type", "the line is no JSON object. Write one object on each line");
        }
        object(reader, name -> field(reader, name));
        if (reader.peek() != JsonToken.END_DOCUMENT) {
          throw new MalformedJsonException("more than one value");
        }
      } catch (MalformedJsonException e) {
        throw new Decoder.Unreadable(
            "invalid-json", "no valid JSON%s. Mend the line".formatted(near(e)));
      } catch (IOException e) {
        // A string does not fail: this is the end of a line that should go on.
        throw new Decoder.Unreadable(
            "invalid-json", "the JSON object does not end. Write each object on one line");
      }
    }

    private void field(JsonReader reader, String name) throws IOException, Decoder.Unreadable {
      JsonToken type = reader.peek();
      if (!names.hasName(name) || type == JsonToken.NULL) {
        passOver(reader, 2);
      } else if (type == JsonToken.STRING || type == JsonToken.NUMBER) {
        fields.put(name, new Value(type, reader.nextString()));
      } else {
        passOver(reader, 2);
        fields.put(name, new Value(type, ""));
      }
    }

    private record Found(String name, String text) {}

    private Optional<Found> find(JsonFields.Part part) throws Decoder.Unreadable {
      for (String name : names.names(part)) {
        Value value = fields.get(name);
        if (value != null && !value.fits(part)) {
          throw new Decoder.Unreadable(
              "wrong-type", "\"%s\" is no string. Put it into quotation marks".formatted(name));
        }
        if (value != null) {
          return Optional.of(new Found(name, value.text()));
        }
      }
      return Optional.empty();
    }

    private Optional<String> string(JsonFields.Part part) throws Decoder.Unreadable {
      Optional<Found> found = find(part);
      return found.isPresent() ? Optional.of(sound(found.get())) : Optional.empty();
    }

    /** What is good to have and worth no complaint. */
    private Optional<String> soft(JsonFields.Part part) {
      return names.names(part).stream()
          .flatMap(name -> Optional.ofNullable(fields.get(name)).stream())
          .filter(value -> value.isString() && isSound(value.text()))
          .map(Value::text)
          .findFirst();
    }

    private static boolean isSound(String text) {
      return text.codePoints()
          .noneMatch(c -> c == 0 || Character.getType(c) == (int) Character.SURROGATE);
    }

    /** Half of a surrogate pair is no character: no store would give it back. */
    private String sound(Found found) throws Decoder.Unreadable {
      String text = found.text();
      if (text.indexOf('\0') >= 0) {
        throw new Decoder.Unreadable(
            "invalid-field",
            "\"%s\" holds \\u0000, which is no text. Mend it".formatted(found.name()));
      }
      if (isSound(text)) {
        return text;
      }
      warnings.add(
          new Read.Warning(
              "replaced",
              "\"%s\" holds half of a surrogate pair, which is no text, and is read with U+FFFD in its place"
                  .formatted(found.name())));
      StringBuilder whole = new StringBuilder(text.length());
      text.codePoints()
          .forEach(
              c ->
                  whole.appendCodePoint(
                      Character.getType(c) == (int) Character.SURROGATE ? 0xFFFD : c));
      return whole.toString();
    }

    private String id() throws Decoder.Unreadable {
      Optional<Found> found = find(JsonFields.Part.ID);
      String name = found.map(Found::name).orElse(names.name(JsonFields.Part.ID));
      String id = found.map(Found::text).orElse("");
      if (Decoder.isBlank(id)) {
        throw new Decoder.Unreadable(
            "missing-field",
            "there is no \"%s\". Give each article an id of its own".formatted(name));
      }
      if (!OneLine.of(id).equals(id)) {
        throw new Decoder.Unreadable(
            "invalid-field", "\"%s\" holds control characters. Leave them out".formatted(name));
      }
      return id;
    }

    private Optional<LocalDate> published() throws Decoder.Unreadable {
      Optional<Found> found = find(JsonFields.Part.PUBLISHED).filter(it -> !it.text().isEmpty());
      Optional<LocalDate> day = found.flatMap(it -> PublishedDay.of(it.text()));
      if (found.isPresent() && day.isEmpty()) {
        throw new Decoder.Unreadable(
            "invalid-field",
            "\"%s\" is \"%s\". Write a day such as 2031-05-03"
                .formatted(found.get().name(), OneLine.of(found.get().text())));
      }
      return day;
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
}
