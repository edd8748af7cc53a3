package org.chancery.link;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.mapping.Sssom;
import org.chancery.naming.Names;
import org.chancery.ontology.EntityType;
import org.chancery.reference.Countries;

/** How much speaks for a thing of others being one of ours. */
final class Scorer {
  /** Articles tell of offices a little before they begin and after they end. */
  private static final long LEEWAY_DAYS = 60;

  private static final String OF = " of ";

  private static final double LIKE_OFFICE = 0.8;

  /** What an office counts for when it is not known that the official held it on the day. */
  private static final double UNDATED = 0.8;

  private static final double SAME_PLACE_KM = 10;
  private static final double FAR_KM = 100;
  private static final double SAME_YEAR = 0.6;
  private static final double EARTH_KM = 12742;

  private final Knowledge knowledge;
  private final LabelIndex index;

  /**
   * A score with what it is made of.
   *
   * @param total in [0, 1]
   * @param name how alike the best two names are
   * @param shared the name of ours that is likest, folded
   * @param typed whether the target says that it is of the right class
   * @param identified whether both carry the same identifier
   * @param features as in a mapping set
   */
  record Score(
      double total,
      double name,
      String shared,
      boolean typed,
      boolean identified,
      String features) {}

  Scorer(Knowledge knowledge, LabelIndex index) {
    this.knowledge = knowledge;
    this.index = index;
  }

  /** Nothing if the candidate is of another class or not called like it at all. */
  Optional<Score> score(Thing thing, Item item) {
    Set<String> types = item.all(Role.TYPE);
    boolean typed = index.isA(types, knowledge.classes().getOrDefault(thing.type(), Set.of()));
    if (!typed && !types.isEmpty()) {
      return Optional.empty();
    }
    if (thing.geonames().filter(item.all(Role.GEONAMES)::contains).isPresent()) {
      String features = features(Map.of("geonames", 1.0), typed);
      return Optional.of(
          new Score(1, 1, "geonames " + thing.geonames().get(), typed, true, features));
    }
    double name = 0;
    String shared = "";
    for (String ours : thing.searched()) {
      for (String theirs : item.names()) {
        double likeness =
            thing.type() == EntityType.OFFICE
                ? ofOffices(thing, ours, theirs)
                : Names.similarity(thing.type(), ours, theirs);
        if (likeness > name) {
          name = likeness;
          shared = Names.key(ours);
        }
      }
    }
    if (name == 0) {
      return Optional.empty();
    }
    return Optional.of(weighed(thing, item, name, shared, typed));
  }

  /** Where both say that they are ours, the words of a long country do not make them alike. */
  private double ofOffices(Thing thing, String ours, String theirs) {
    String our = ofNone(thing, ours);
    String their = ofNone(thing, theirs);
    boolean bothSayWhose = !our.equals(ours) && !their.equals(theirs);
    return bothSayWhose
        ? Names.similarity(EntityType.OFFICE, our, their)
        : Names.similarity(EntityType.OFFICE, ours, theirs);
  }

  private Score weighed(Thing thing, Item item, double name, String shared, boolean typed) {
    double total = 0;
    Map<String, Double> told = new TreeMap<>();
    for (Map.Entry<Feature, Knowledge.Weight> entry :
        new EnumMap<>(knowledge.weights().get(thing.type())).entrySet()) {
      Optional<Double> value =
          entry.getKey() == Feature.NAME ? Optional.of(name) : value(entry.getKey(), thing, item);
      value.ifPresent(known -> told.put(entry.getKey().name().toLowerCase(Locale.ROOT), known));
      Knowledge.Weight weight = entry.getValue();
      total +=
          weight.weight()
              * value.orElse(
                  ours(entry.getKey(), thing) || theirs(entry.getKey(), item)
                      ? weight.one()
                      : weight.neither());
    }
    return new Score(total, name, shared, typed, false, features(told, typed));
  }

  private static String features(Map<String, Double> told, boolean typed) {
    StringBuilder features = new StringBuilder("type=" + (typed ? "1" : "unknown"));
    new TreeMap<>(told)
        .forEach((feature, value) -> features.append("|" + feature + "=" + Sssom.number(value)));
    return features.toString();
  }

  private static boolean ours(Feature feature, Thing thing) {
    return switch (feature) {
      case NAME -> true;
      // Who serves an organization is a citizen of any country.
      case COUNTRY ->
          thing.type() == EntityType.OFFICIAL ? thing.hasCountry() : !thing.countries().isEmpty();
      case OFFICE -> !thing.offices().isEmpty();
      case NEAR -> thing.place().isPresent();
      case DAY -> !thing.days().isEmpty();
      case PLACE -> !thing.places().isEmpty();
    };
  }

  private static boolean theirs(Feature feature, Item item) {
    return switch (feature) {
      case NAME -> true;
      case COUNTRY -> !item.all(Role.COUNTRY).isEmpty();
      case OFFICE -> !item.all(Role.OFFICE).isEmpty() || !item.all(Role.STATEMENT).isEmpty();
      case NEAR -> item.place().isPresent();
      case DAY -> item.day(Role.DAY).isPresent() || item.day(Role.START).isPresent();
      case PLACE -> !item.all(Role.PLACE).isEmpty();
    };
  }

  /** The feature's value; nothing if one side says nothing. */
  private Optional<Double> value(Feature feature, Thing thing, Item item) {
    if (feature == Feature.COUNTRY && saysWhose(thing, item)) {
      return Optional.of(1.0);
    }
    if (!ours(feature, thing) || !theirs(feature, item)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (feature) {
          case COUNTRY -> shared(thing.countries(), item.all(Role.COUNTRY));
          case PLACE -> shared(thing.places(), item.all(Role.PLACE));
          case OFFICE -> office(thing, item);
          case NEAR -> near(thing.place().orElseThrow(), item.place().orElseThrow());
          case DAY -> day(thing, item);
          case NAME -> throw new AssertionError(feature);
        });
  }

  /** Whether the name of an office that has no country says whom it serves: {@code of NATO}. */
  private boolean saysWhose(Thing thing, Item item) {
    return thing.type() == EntityType.OFFICE
        && item.all(Role.COUNTRY).isEmpty()
        && item.names().stream().anyMatch(name -> !ofNone(thing, name).equals(name));
  }

  private double shared(Set<String> ours, Set<String> theirs) {
    for (String other : theirs) {
      if (ours.contains(other)
          || (ours.contains(Names.key(other)) && !isOfSeveral(other))
          || index.item(other).names().stream()
              .anyMatch(name -> ours.contains(Names.key(name)) && !isOfSeveral(name))) {
        return 1;
      }
    }
    return 0;
  }

  /** Whether several countries have the name: {@code Congo} tells neither. */
  private boolean isOfSeveral(String name) {
    return country(name).filter(match -> match.countries().size() > 1).isPresent();
  }

  private Optional<Countries.Match> country(String name) {
    return knowledge.countries().called(name).filter(match -> match.kind() == Countries.Kind.NAME);
  }

  /** The best of what the official holds there and here, at a time that fits. */
  private double office(Thing thing, Item item) {
    double best = 0;
    for (String statement : item.all(Role.STATEMENT)) {
      Item term = index.item(statement);
      for (String office : term.all(Role.HELD)) {
        best = Math.max(best, office(thing, office, term));
      }
    }
    Item always = Item.empty("");
    Set<String> dated = item.all(Role.STATEMENT);
    for (String office : item.all(Role.OFFICE)) {
      boolean told =
          dated.stream().anyMatch(term -> index.item(term).all(Role.HELD).contains(office));
      if (!told) {
        best = Math.max(best, office(thing, office, always));
      }
    }
    return best;
  }

  private double office(Thing thing, String office, Item term) {
    Item theirs = index.item(office);
    boolean sameCountry = shared(thing.countries(), theirs.all(Role.COUNTRY)) == 1;
    double best = 0;
    for (Thing.Held held : thing.offices()) {
      if (fits(held, term)) {
        double dated = isDated(held, term) ? 1 : UNDATED;
        for (String one : held.names()) {
          for (String other : theirs.names()) {
            best = Math.max(best, dated * office(thing, one, other, sameCountry));
          }
        }
      }
    }
    return best;
  }

  /**
   * Where both say the country, its names need not be the same: {@code Türkiye}, {@code Turkey}.
   */
  private double office(Thing thing, String one, String other, boolean sameCountry) {
    double likeness = likeness(one, other);
    if (sameCountry) {
      likeness = Math.max(likeness, likeness(ofNone(thing, one), ofNone(thing, other)));
    }
    return likeness;
  }

  private static double likeness(String one, String other) {
    double likeness = Names.similarity(EntityType.OFFICE, one, other);
    return likeness >= LIKE_OFFICE && Names.telling(one).size() > 1 ? likeness : 0;
  }

  /**
   * The name of an office without whose it is, if it ends in that. The end of another country's
   * name does not count: {@code Premier of the Republic of China} is not China's.
   */
  private String ofNone(Thing thing, String office) {
    for (int of = office.indexOf(OF); of >= 0; of = office.indexOf(OF, of + 1)) {
      String whose = office.substring(of + OF.length());
      String bare = whose.startsWith("the ") ? whose.substring("the ".length()) : whose;
      boolean ours =
          thing.countries().contains(Names.key(whose))
              || thing.countries().contains(Names.key(bare));
      if (ours || country(bare).isPresent()) {
        return ours && !isOfSeveral(bare) ? office.substring(0, of) : office;
      }
    }
    return office;
  }

  private static boolean isDated(Thing.Held held, Item term) {
    return !held.days().isEmpty()
        && (term.day(Role.START).isPresent() || term.day(Role.END).isPresent());
  }

  private static boolean fits(Thing.Held held, Item term) {
    if (held.days().isEmpty()) {
      return true;
    }
    Optional<LocalDate> start = term.day(Role.START).map(day -> day.minusDays(LEEWAY_DAYS));
    Optional<LocalDate> end = term.day(Role.END).map(day -> day.plusDays(LEEWAY_DAYS));
    return held.days().stream()
        .anyMatch(
            day -> start.filter(day::isBefore).isEmpty() && end.filter(day::isAfter).isEmpty());
  }

  private static double day(Thing thing, Item item) {
    LocalDate start = item.day(Role.START).or(() -> item.day(Role.DAY)).orElseThrow();
    LocalDate end = item.day(Role.END).orElse(start);
    Optional<LocalDate> day = item.day(Role.DAY);
    double best = 0;
    for (LocalDate ours : thing.days()) {
      if ((!ours.isBefore(start) && !ours.isAfter(end)) || day.filter(ours::equals).isPresent()) {
        return 1;
      }
      if (ours.getYear() == start.getYear()) {
        best = SAME_YEAR;
      }
    }
    return best;
  }

  private static double near(Thing.Place ours, double[] theirs) {
    double north = Math.toRadians(theirs[0] - ours.north());
    double east = Math.toRadians(theirs[1] - ours.east());
    double h =
        Math.pow(Math.sin(north / 2), 2)
            + Math.cos(Math.toRadians(ours.north()))
                * Math.cos(Math.toRadians(theirs[0]))
                * Math.pow(Math.sin(east / 2), 2);
    double km = EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    if (km <= SAME_PLACE_KM) {
      return 1;
    }
    return Math.max(0, 1 - (km - SAME_PLACE_KM) / (FAR_KM - SAME_PLACE_KM));
  }
}
