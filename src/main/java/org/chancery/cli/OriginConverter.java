package org.chancery.cli;

import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes the origin of pages, which is a scheme, a host and perhaps a port, and nothing else. */
final class OriginConverter implements ITypeConverter<String> {
  private static final Pattern ORIGIN =
      Pattern.compile("https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?");

  @Override
  public String convert(String value) {
    String origin = value.toLowerCase(Locale.ROOT).replaceFirst("/$", "");
    if (!ORIGIN.matcher(origin).matches()) {
      throw new TypeConversionException(
          "\"%s\" is no origin of pages. Pass one such as https://example.org, without a path."
              .formatted(value));
    }
    return origin;
  }
}
