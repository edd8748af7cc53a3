package org.chancery.claims;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chancery.article.Article;
import org.chancery.article.Span;
import org.chancery.article.Zone;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/** A reading written by hand, for tests of the stages that come after reading. */
public final class Story {
  private final String id;
  private final String text;
  private final Map<String, Referent> referents = new TreeMap<>();
  private final List<Claim> claims = new ArrayList<>();
  private Optional<LocalDate> publishedOn = Optional.empty();
  private Optional<String> title = Optional.empty();

  private Story(String id, String text) {
    this.id = id;
    this.text = text;
  }

  public static Story of(String id, String text) {
    return new Story(id, text);
  }

  /** For tests in which the words do not matter. */
  public static Story of(String id) {
    return new Story(id, "Some words.");
  }

  public Story published(String day) {
    publishedOn = Optional.of(LocalDate.parse(day));
    return this;
  }

  public Story title(String words) {
    title = Optional.of(words);
    return this;
  }

  public Story official(String key, String name, String... others) {
    return add(new Referent.Official(key, Names.of(name, Set.of(others))));
  }

  public Story office(String key, String name, String title, String serves) {
    return add(new Referent.Office(key, Names.of(name), title, key(serves)));
  }

  public Story country(String key, String code, String name, String... others) {
    return add(new Referent.Country(key, Names.of(name, Set.of(others)), code));
  }

  public Story organization(String key, String country, String name, String... others) {
    return add(new Referent.Organization(key, Names.of(name, Set.of(others)), key(country)));
  }

  public Story city(String key, String country, String name, String... others) {
    Names names = Names.of(name, Set.of(others));
    return add(new Referent.City(key, names, key(country), Optional.empty()));
  }

  public Story city(String key, String country, long geonames, String name, String... others) {
    Names names = Names.of(name, Set.of(others));
    return add(new Referent.City(key, names, key(country), Optional.of(geonames)));
  }

  public Story place(String key, String country, String name) {
    return add(new Referent.Place(key, Names.of(name), key(country)));
  }

  public Story topic(String key, String name) {
    return add(new Referent.Topic(key, Names.of(name)));
  }

  public Story agreement(String key, String name, boolean named, String day, String... parties) {
    TreeSet<String> keys = new TreeSet<>(Set.of(parties));
    return add(new Referent.Agreement(key, Names.of(name), named, day(day), keys));
  }

  public Story meeting(
      String key, String name, boolean named, String day, String city, String... participants) {
    TreeSet<String> keys = new TreeSet<>(Set.of(participants));
    return add(new Referent.Meeting(key, Names.of(name), named, day(day), key(city), keys));
  }

  /** The first stretch of the text that reads so. */
  public Story quotation(String key, String words) {
    return add(new Referent.Quotation(key, words, span(words)));
  }

  public Story says(String subject, Predicate predicate, String object) {
    return says(subject, predicate, object, Status.ASSERTED, text.split(" ", 2)[0]);
  }

  public Story says(
      String subject, Predicate predicate, String object, Status status, String... evidence) {
    return claims(subject, predicate, new Argument.Thing(object), status, false, evidence);
  }

  public Story saysActing(String subject, String office, String... evidence) {
    Argument thing = new Argument.Thing(office);
    return claims(subject, Predicate.HOLDS_OFFICE, thing, Status.ASSERTED, true, evidence);
  }

  public Story saysDay(
      String subject, Predicate predicate, String day, Status status, String... evidence) {
    Argument date = new Argument.Day(LocalDate.parse(day));
    return claims(subject, predicate, date, status, false, evidence);
  }

  /** A claim by the rule {@code by-hand} with confidence 0.9. */
  private Story claims(
      String subject,
      Predicate predicate,
      Argument object,
      Status status,
      boolean acting,
      String... evidence) {
    List<Span> spans = List.of(evidence).stream().map(this::span).toList();
    claims.add(new Claim(subject, predicate, object, status, acting, "by-hand", 0.9, spans));
    return this;
  }

  /** Who holds which office of which country, said in one breath. */
  public Story minister(String key, String name, String title, String countryCode) {
    String country = "country-" + countryCode;
    return country(country, countryCode, "Country " + countryCode)
        .official(key, name)
        .office(key + "-office", title, title, country)
        .says(key, Predicate.HOLDS_OFFICE, key + "-office")
        .says(key, Predicate.REPRESENTS, country);
  }

  public ArticleReading reading() {
    List<Zone> zones = List.of(new Zone(Zone.Kind.BODY, new Span(0, text.length())));
    Article article =
        new Article(id, text, sha256(text), zones, title, publishedOn, Optional.empty());
    return new ArticleReading(article, referents, claims, List.of());
  }

  private Story add(Referent referent) {
    referents.put(referent.key(), referent);
    return this;
  }

  private Span span(String words) {
    int start = text.indexOf(words);
    if (start < 0) {
      throw new IllegalArgumentException("\"" + words + "\" is not in the text of " + id);
    }
    return new Span(start, start + words.length());
  }

  private static Optional<String> key(String key) {
    return key.isEmpty() ? Optional.empty() : Optional.of(key);
  }

  private static Optional<LocalDate> day(String day) {
    return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
