package org.chancery.reference;

import java.util.List;
import java.util.Optional;

/**
 * A country or territory.
 *
 * @param code ISO 3166-1 alpha-2, upper case; {@code XK} for Kosovo; ISO 3166-3, four letters, for
 *     one that is gone
 * @param alpha3 ISO 3166-1 alpha-3, upper case; {@code XKX} for Kosovo
 * @param numeric ISO 3166-1 numeric, three digits, if it has one
 * @param name common English name, without "the"
 * @param formalName without "the", where it differs from {@code name}
 * @param aliases other names and abbreviations
 * @param demonyms adjectives and nouns, singular and plural
 * @param capital English name of the capital, if it has one
 * @param capitalAliases other names of it, and seats of government elsewhere
 * @param metonyms buildings and streets that stand for the government
 * @param sovereign whether it acts as a state in diplomacy
 */
public record Country(
    String code,
    String alpha3,
    Optional<String> numeric,
    String name,
    Optional<String> formalName,
    List<String> aliases,
    List<String> demonyms,
    Optional<String> capital,
    List<String> capitalAliases,
    List<String> metonyms,
    boolean sovereign) {
  public Country {
    aliases = List.copyOf(aliases);
    demonyms = List.copyOf(demonyms);
    capitalAliases = List.copyOf(capitalAliases);
    metonyms = List.copyOf(metonyms);
  }
}
