package org.chancery.resolution;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.claims.Argument;
import org.chancery.claims.Referent;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.Predicate;

/** Whom officials serve, and in what: what tells one bearer of a name from another. */
record Service(Corpus corpus, Entities entities) {
  /** IRIs of the countries and organizations that the article has the official serve. */
  Set<String> servedBy(Appearance official) {
    return served(official).map(Entity::iri).collect(Collectors.toCollection(TreeSet::new));
  }

  /** IRIs of the countries among {@link #servedBy}, and of those whose organizations are. */
  Set<String> countriesOf(Appearance official) {
    Set<String> countries = new TreeSet<>();
    official
        .objectKeys(Predicate.REPRESENTS)
        .forEach(key -> country(official.article(), key).ifPresent(countries::add));
    officesOf(official)
        .forEach(office -> countryServedBy(official.article(), office).ifPresent(countries::add));
    return countries;
  }

  /** IRI of the country that the office serves, or whose organization it serves. */
  Optional<String> countryServedBy(String article, Referent.Office office) {
    return office.serves().flatMap(key -> country(article, key));
  }

  private Optional<String> country(String article, String key) {
    Optional<Appearance> served = corpus.find(article, key);
    if (served.isPresent()) {
      if (served.get().referent() instanceof Referent.Country) {
        return entities.find(served.get()).map(Entity::iri);
      }
      if (served.get().referent() instanceof Referent.Organization organization) {
        return organization.country().map(entities::country);
      }
    }
    return Optional.empty();
  }

  /** The titles of the offices that the article has the official hold. */
  Set<OfficeTitle> titlesOf(Appearance official) {
    return officesOf(official)
        .map(office -> OfficeTitle.of(office.title()))
        .collect(Collectors.toSet());
  }

  /** What the office serves, if the article shows it. */
  Optional<Entity> servedBy(String article, Referent.Office office) {
    return office
        .serves()
        .flatMap(key -> corpus.find(article, key))
        .flatMap(entities::find)
        .filter(Service::canBeServed);
  }

  private Stream<Entity> served(Appearance official) {
    Stream<Entity> represented =
        official
            .objects(Predicate.REPRESENTS)
            .flatMap(object -> thing(official, object).stream())
            .flatMap(served -> entities.find(served).stream())
            .filter(Service::canBeServed);
    Stream<Entity> byOffice =
        officesOf(official).flatMap(office -> servedBy(official.article(), office).stream());
    return Stream.concat(represented, byOffice);
  }

  private Stream<Referent.Office> officesOf(Appearance official) {
    return official
        .objects(Predicate.HOLDS_OFFICE)
        .flatMap(object -> thing(official, object).stream())
        .map(Appearance::referent)
        .filter(Referent.Office.class::isInstance)
        .map(Referent.Office.class::cast);
  }

  private Optional<Appearance> thing(Appearance beside, Argument object) {
    return object instanceof Argument.Thing thing
        ? corpus.beside(beside, thing.key())
        : Optional.empty();
  }

  private static boolean canBeServed(Entity entity) {
    return entity.type() == EntityType.COUNTRY || entity.type() == EntityType.ORGANIZATION;
  }
}
