package org.chancery.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chancery.ExitCode;
import org.chancery.UserException;

/** All that is known of the world before reading. Immutable; one is enough for all threads. */
public record Reference(Countries countries, Cities cities, Organizations organizations) {
  /**
   * Reads the tables that are packed into the jar.
   *
   * @throws UserException with {@link ExitCode#CONFIG} if one is missing or malformed
   */
  public static Reference load() {
    Countries countries = Countries.load();
    return new Reference(countries, Cities.load(countries), Organizations.load(countries));
  }

  /**
   * Every name of the tables in a text, the longest first across all tables: no {@code American} in
   * {@code Organization of American States}, no {@code Bissau} in {@code Guinea-Bissau}.
   *
   * @param tokens in the manner of the Penn Treebank, such as CoreNLP makes
   * @return in the order of the text, without overlaps
   */
  public List<Found> in(List<String> tokens) {
    List<Found> all = new ArrayList<>();
    int from = 0;
    while (from < tokens.size()) {
      Optional<Countries.Match> country = countries.at(tokens, from);
      Optional<Cities.Match> city = cities.at(tokens, from);
      Optional<Organizations.Match> organization = organizations.at(tokens, from);
      int longest =
          IntStream.of(
                  1,
                  countries.spannedAt(tokens, from),
                  city.map(Cities.Match::tokens).orElse(0),
                  organization.map(Organizations.Match::tokens).orElse(0))
              .max()
              .orElseThrow();
      Found found =
          new Found(
              from,
              from + longest,
              country.filter(match -> match.tokens() == longest),
              city.filter(match -> match.tokens() == longest),
              organization.filter(match -> match.tokens() == longest));
      if (found.isSomething()) {
        all.add(found);
      }
      from = found.end();
    }
    return all;
  }

  /**
   * What the tables know by one name; several are filled where the name is shared ({@code
   * Lebanon}).
   *
   * @param start index of the first token, from 0
   * @param end index just past the last token
   */
  public record Found(
      int start,
      int end,
      Optional<Countries.Match> country,
      Optional<Cities.Match> city,
      Optional<Organizations.Match> organization) {
    private boolean isSomething() {
      return country.isPresent() || city.isPresent() || organization.isPresent();
    }
  }
}
