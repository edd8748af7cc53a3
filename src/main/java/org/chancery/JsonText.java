package org.chancery;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;

/** JSON of strangers. */
public final class JsonText {
  private JsonText() {}

  /**
   * The text without byte-order marks before it. Gson takes off one, and never comes back from a
   * text that begins with a buffer full of them.
   */
  public static String unmarked(String json) {
    int start = 0;
    while (start < json.length() && json.charAt(start) == '\uFEFF') {
      start++;
    }
    return json.substring(start);
  }

  /**
   * What a service answered, in UTF-8.
   *
   * @throws com.google.gson.JsonParseException if it is no JSON
   */
  public static JsonElement parse(byte[] answer) {
    return JsonParser.parseString(unmarked(new String(answer, StandardCharsets.UTF_8)));
  }
}
