package org.chancery;

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
}
