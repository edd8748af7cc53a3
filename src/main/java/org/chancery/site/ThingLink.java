package org.chancery.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.chancery.ontology.Chy;
import org.chancery.store.Store;

/**
 * Where the page of a thing is.
 *
 * @param base what the IRIs of our own things begin with
 */
public record ThingLink(String base) {
  /** What would end the path of an address, or is refused in one. */
  private static final Pattern SPECIAL = Pattern.compile("[;?#\\\\\\s\"<>^`{|}]");

  private static final Pattern WEB = Pattern.compile("https?://[^\\s\"<>]+");

  public static ThingLink of(Store store) {
    return new ThingLink(store.base().orElse(Chy.DEFAULT_BASE));
  }

  boolean isOurs(String iri) {
    return iri.startsWith(base) && iri.length() > base.length();
  }

  /**
   * The address of a page of ours, or of one on the web; nothing for whatever else an IRI may be,
   * such as a script.
   */
  public Optional<String> of(String iri) {
    if (isOurs(iri)) {
      return Optional.of(
          "/id/" + SPECIAL.matcher(iri.substring(base.length())).replaceAll(ThingLink::encode));
    }
    return WEB.matcher(iri).matches() ? Optional.of(iri) : Optional.empty();
  }

  private static String encode(MatchResult special) {
    return encode(special.group());
  }

  /** A value as a part of an address has it. */
  static String encode(String value) {
    // In a fragment a plus sign would stay a plus sign.
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
