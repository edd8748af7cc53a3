package org.chancery.reference;

import java.util.List;
import java.util.Optional;

/**
 * An organization that the world knows by name: international, or a national institution.
 *
 * @param id readable key, stable: {@code african-union}
 * @param name full English name
 * @param shortForms abbreviations in use
 * @param aliases other names, other spellings, paraphrases of the press
 * @param kind what it is: {@code agency}, {@code bank}, {@code court}, {@code ministry} ...
 * @param country ISO 3166-1 alpha-2 for a national institution
 */
public record KnownOrganization(
    String id,
    String name,
    List<String> shortForms,
    List<String> aliases,
    String kind,
    Optional<String> country) {
  public KnownOrganization {
    shortForms = List.copyOf(shortForms);
    aliases = List.copyOf(aliases);
  }
}
