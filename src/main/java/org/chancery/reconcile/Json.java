package org.chancery.reconcile;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.chancery.JsonText;

/** JSON as it comes and goes. What goes has no character that would end a script or a tag. */
final class Json {
  private static final Gson GSON = new Gson();
  private static final TypeAdapter<JsonElement> ELEMENTS = GSON.getAdapter(JsonElement.class);

  private Json() {}

  /** The value that the text is; nothing if it is no JSON, or has more behind it. */
  static Optional<JsonElement> parse(String text) {
    try {
      JsonReader reader = new JsonReader(new StringReader(JsonText.unmarked(text)));
      reader.setStrictness(Strictness.STRICT);
      JsonElement value = ELEMENTS.read(reader);
      return reader.peek() == JsonToken.END_DOCUMENT ? Optional.of(value) : Optional.empty();
    } catch (IOException | JsonParseException | NumberFormatException malformed) {
      return Optional.empty();
    }
  }

  /** Whole numbers look like whole numbers. */
  static Number number(double value) {
    double rounded = Math.round(value * 100) / 100.0;
    if (rounded == Math.rint(rounded)) {
      return (long) rounded;
    }
    return rounded;
  }

  static void send(HttpServletResponse response, Object value) throws IOException {
    byte[] bytes = GSON.toJson(value).getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-cache");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
