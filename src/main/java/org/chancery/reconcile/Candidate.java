package org.chancery.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.catalogue.Kind;

/**
 * Somebody or something that may be meant.
 *
 * @param id the end of its IRI, or all of it
 * @param score from 0 to 100
 * @param match whether it is surely meant
 * @param features what the score is made of, numbers from 0 on and truth values, by name
 */
record Candidate(
    String id,
    String name,
    String description,
    Kind kind,
    double score,
    boolean match,
    Map<String, Object> features) {
  /** As the API writes it. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("name", name);
    json.put("description", description);
    json.put("type", List.of(type(kind)));
    json.put("score", Json.number(score));
    List<Map<String, Object>> told = new ArrayList<>();
    features.forEach(
        (feature, value) -> {
          Map<String, Object> each = new LinkedHashMap<>();
          each.put("id", feature);
          each.put("value", value);
          told.add(each);
        });
    json.put("features", told);
    json.put("match", match);
    return json;
  }

  /** A type as the API writes it. */
  static Map<String, Object> type(Kind kind) {
    Map<String, Object> type = new LinkedHashMap<>();
    type.put("id", Types.id(kind));
    type.put("name", kind.className());
    return type;
  }
}
