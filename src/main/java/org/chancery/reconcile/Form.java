package org.chancery.reconcile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a request, of its address or of its body. Servlet containers read them, too, but
 * answer to malformed ones in their own ways.
 *
 * @param fields by name; of several with one name the first
 */
record Form(Map<String, String> fields) {
  private static final String TYPE = "application/x-www-form-urlencoded";

  /**
   * Reads what a request sends; the server has seen to its length.
   *
   * @throws BadRequestException if that is no form
   */
  static Form of(HttpServletRequest request) throws IOException, BadRequestException {
    Map<String, String> fields = new LinkedHashMap<>();
    read(Optional.ofNullable(request.getQueryString()).orElse(""), fields);
    if (request.getMethod().equals("POST")) {
      String type = Optional.ofNullable(request.getContentType()).orElse("");
      if (!type.toLowerCase(Locale.ROOT).startsWith(TYPE)) {
        throw new BadRequestException(
            HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "Send a form, as " + TYPE + ".");
      }
      read(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8), fields);
    }
    return new Form(fields);
  }

  private static void read(String form, Map<String, String> fields) throws BadRequestException {
    try {
      for (String field : form.split("&", -1)) {
        int equals = field.indexOf('=');
        String name = equals < 0 ? field : field.substring(0, equals);
        String value = equals < 0 ? "" : field.substring(equals + 1);
        fields.putIfAbsent(decode(name), decode(value));
      }
    } catch (IllegalArgumentException malformed) {
      throw new BadRequestException(
          HttpServletResponse.SC_BAD_REQUEST, "A field is not percent-encoded as it should be.");
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** What the field has; nothing if it is not there. */
  Optional<String> get(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /**
   * A whole number from 0 on.
   *
   * @param otherwise if there is none
   * @throws BadRequestException if the field has something else
   */
  int number(String name, int otherwise, int most) throws BadRequestException {
    String text = get(name).orElse("").strip();
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,9}")) {
      throw new BadRequestException(
          HttpServletResponse.SC_BAD_REQUEST, "\"" + name + "\" is no whole number from 0 on.");
    }
    return Math.min(most, Integer.parseInt(text));
  }
}
