package org.chancery.analysis;

import java.util.List;
import java.util.Optional;
import org.chancery.reference.Cities;
import org.chancery.reference.Countries;

/** Finds cities that are told by their rank: "the Kenyan capital", "the capital of Kenya". */
final class CapitalPhrases {
  private final Countries countries;
  private final Cities cities;

  CapitalPhrases(Countries countries, Cities cities) {
    this.countries = countries;
    this.cities = cities;
  }

  /** The city whose phrase has its noun at a position. */
  Optional<Mention> at(Sentence sentence, SentenceNames names, int head) {
    Token token = sentence.token(head);
    boolean noun =
        token.is("capital")
            && token.isNoun()
            && (head + 1 == sentence.size() || !sentence.token(head + 1).isNoun());
    if (!noun) {
      return Optional.empty();
    }
    int end = head > 0 && sentence.token(head - 1).tag().equals("POS") ? head - 1 : head;
    Optional<KnownName> before = names.endingAt(end).filter(KnownName::isNation);
    if (before.isPresent()) {
      int from = before.get().from();
      boolean article = from > 0 && sentence.token(from - 1).is("the");
      // "the old Peruvian capital" is another city
      boolean described =
          from > 0
              && !article
              && (sentence.token(from - 1).tag().startsWith("JJ")
                  || sentence.token(from - 1).isProperNoun());
      return described
          ? Optional.empty()
          : city(before.get(), article ? from - 1 : from, head + 1, head);
    }
    if (head + 2 >= sentence.size() || !sentence.token(head + 1).is("of")) {
      return Optional.empty();
    }
    int owner = sentence.token(head + 2).is("the") ? head + 3 : head + 2;
    boolean article = head > 0 && sentence.token(head - 1).is("the");
    return names
        .startingAt(owner)
        .filter(name -> name.kind() == KnownName.Kind.COUNTRY)
        .flatMap(name -> city(name, article ? head - 1 : head, name.to(), head));
  }

  private Optional<Mention> city(KnownName owner, int from, int to, int head) {
    return owner
        .country()
        .flatMap(countries::byCode)
        .flatMap(
            country ->
                country
                    .capital()
                    .map(
                        capital ->
                            new Mention.City(
                                from,
                                to,
                                head,
                                capital,
                                List.of(country.code()),
                                cities.called(capital).stream()
                                    .filter(city -> city.country().equals(country.code()))
                                    .findFirst()
                                    .flatMap(city -> city.geonames()))));
  }
}
