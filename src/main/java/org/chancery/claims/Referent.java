package org.chancery.claims;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chancery.article.Span;
import org.chancery.ontology.EntityType;

/**
 * A thing that one article speaks of (a discourse referent): all its mentions in that article,
 * gathered. What is known of it is what that article and the reference tables say.
 */
public sealed interface Referent {
  /**
   * Names the referent within its article; keys of different articles have nothing to do with each
   * other.
   */
  String key();

  EntityType type();

  /** A person who holds, held or will hold an office. */
  record Official(String key, Names names) implements Named {
    @Override
    public EntityType type() {
      return EntityType.OFFICIAL;
    }
  }

  /**
   * A post.
   *
   * @param title its canonical title without country and without {@code acting}: {@code Minister of
   *     Public Security}
   * @param serves key of the Country or Organization referent that the office serves, if known
   */
  record Office(String key, Names names, String title, Optional<String> serves) implements Named {
    @Override
    public EntityType type() {
      return EntityType.OFFICE;
    }
  }

  /**
   * A country of the reference table.
   *
   * @param code ISO 3166-1 alpha-2, upper case; {@code XK} for Kosovo
   */
  record Country(String key, Names names, String code) implements Named {
    @Override
    public EntityType type() {
      return EntityType.COUNTRY;
    }
  }

  /**
   * A city.
   *
   * @param country ISO alpha-2 of its country, if known
   * @param geonames GeoNames id, if the reference table has the city
   */
  record City(String key, Names names, Optional<String> country, Optional<Long> geonames)
      implements Named {
    @Override
    public EntityType type() {
      return EntityType.CITY;
    }
  }

  /**
   * An organization: ministry, agency, union, company.
   *
   * @param country ISO alpha-2 of the country that it belongs to, if known
   */
  record Organization(String key, Names names, Optional<String> country) implements Named {
    @Override
    public EntityType type() {
      return EntityType.ORGANIZATION;
    }
  }

  /** A named place that is neither a city nor a country: a canal, a region, a palace. */
  record Place(String key, Names names, Optional<String> country) implements Named {
    @Override
    public EntityType type() {
      return EntityType.PLACE;
    }
  }

  /**
   * An agreement.
   *
   * @param named whether it has a proper name, not only a description such as {@code a bilateral
   *     agreement}
   * @param parties keys of the referents known to sign it
   */
  record Agreement(
      String key,
      Names names,
      boolean named,
      Optional<LocalDate> signedOn,
      SortedSet<String> parties)
      implements Named {
    public Agreement {
      parties = Collections.unmodifiableSortedSet(new TreeSet<>(parties));
    }

    @Override
    public EntityType type() {
      return EntityType.AGREEMENT;
    }
  }

  /**
   * A meeting.
   *
   * @param named whether it has a proper name, not only a description such as {@code talks}
   * @param city key of the City referent that hosts it, if known
   * @param participants keys of the referents known to attend it
   */
  record Meeting(
      String key,
      Names names,
      boolean named,
      Optional<LocalDate> heldOn,
      Optional<String> city,
      SortedSet<String> participants)
      implements Named {
    public Meeting {
      participants = Collections.unmodifiableSortedSet(new TreeSet<>(participants));
    }

    @Override
    public EntityType type() {
      return EntityType.MEETING;
    }
  }

  /** What is discussed. */
  record Topic(String key, Names names) implements Named {
    @Override
    public EntityType type() {
      return EntityType.TOPIC;
    }
  }

  /**
   * One stretch of direct speech.
   *
   * @param words without the quotation marks
   * @param span where {@code words} stand in the article
   */
  record Quotation(String key, String words, Span span) implements Referent {
    @Override
    public EntityType type() {
      return EntityType.QUOTATION;
    }
  }

  /** A referent that is called something; all but quotations are. */
  sealed interface Named extends Referent {
    Names names();
  }
}
