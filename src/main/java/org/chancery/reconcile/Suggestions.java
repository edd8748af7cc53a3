package org.chancery.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.chancery.catalogue.Catalogue;
import org.chancery.catalogue.Census.Thing;
import org.chancery.catalogue.Kind;

/** What somebody may want who has begun to type. */
final class Suggestions {
  private static final int MOST = 20;

  /** As everywhere in the search for names: longer texts are none. */
  private static final int MAX_TEXT = 200;

  private Suggestions() {}

  /**
   * Things whose names begin so, and the one with this id before all others.
   *
   * @param type the id of the type that they shall have; empty for any
   * @param skip how many of the best to leave out
   */
  static Map<String, Object> things(
      Catalogue catalogue,
      Facts facts,
      Descriptions descriptions,
      String prefix,
      String type,
      int skip) {
    Set<Kind> kinds = type.isBlank() ? EnumSet.noneOf(Kind.class) : Types.kinds(type);
    List<Map<String, Object>> result = new ArrayList<>();
    if (prefix.length() > MAX_TEXT || (kinds.isEmpty() && !type.isBlank())) {
      return Map.of("result", result);
    }
    Optional<Thing> identified = facts.identified(prefix.strip());
    if (skip == 0) {
      identified.ifPresent(thing -> result.add(thing(thing, facts, descriptions)));
    }
    for (Catalogue.Hit hit : catalogue.search(prefix, kinds, skip, MOST).hits()) {
      facts
          .thing(hit.iri())
          .filter(thing -> !identified.equals(Optional.of(thing)))
          .ifPresent(thing -> result.add(thing(thing, facts, descriptions)));
    }
    return Map.of("result", result);
  }

  private static Map<String, Object> thing(Thing thing, Facts facts, Descriptions descriptions) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", facts.id(thing.iri()));
    json.put("name", thing.label());
    json.put("description", descriptions.line(thing));
    json.put("notable", List.of(Candidate.type(thing.kind())));
    return json;
  }

  /** Types whose names begin so. */
  static Map<String, Object> types(String prefix, int skip) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("id", Types.ENTITY);
    entity.put("name", "Entity");
    List<Map<String, Object>> types = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Map<String, Object> type = new LinkedHashMap<>(Candidate.type(kind));
      if (kind != Kind.ARTICLE) {
        type.put("broader", List.of(entity));
      }
      types.add(type);
    }
    types.add(entity);
    return begun(
        types,
        prefix,
        skip,
        type -> List.of(String.valueOf(type.get("name")), String.valueOf(type.get("id"))));
  }

  /**
   * Properties of whose names a word begins so.
   *
   * @param type the id of the type that has them; empty for any
   */
  static Map<String, Object> properties(
      Collection<Property> properties, String prefix, String type, int skip) {
    return begun(
        of(properties, type).stream().map(Suggestions::property).toList(),
        prefix,
        skip,
        property -> {
          String name = String.valueOf(property.get("name"));
          String id = String.valueOf(property.get("id"));
          List<String> names = new ArrayList<>(Arrays.asList(name.split(" ")));
          names.addAll(List.of(name, id, id.substring(id.indexOf('#') + 1)));
          return names;
        });
  }

  /** Those that things of a type have; all, if it is empty. */
  static List<Property> of(Collection<Property> properties, String type) {
    Set<Kind> kinds = Types.kinds(type);
    return properties.stream()
        .filter(property -> type.isBlank() || property.kinds().stream().anyMatch(kinds::contains))
        .toList();
  }

  /** As the API writes it. */
  static Map<String, Object> property(Property property) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", property.id());
    json.put("name", property.name());
    json.put("description", property.description());
    return json;
  }

  private static Map<String, Object> begun(
      List<Map<String, Object>> all,
      String prefix,
      int skip,
      Function<Map<String, Object>, List<String>> names) {
    String start = prefix.strip().toLowerCase(Locale.ROOT);
    return Map.of(
        "result",
        all.stream()
            .filter(
                each ->
                    names.apply(each).stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(start)))
            .skip(skip)
            .limit(MOST)
            .toList());
  }
}
