package org.chancery.reconcile;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.chancery.catalogue.Census.Thing;

/** Values of properties for things that were reconciled: new columns for a table. */
final class Extension {
  private static final int MAX_IDS = 500;
  private static final int MAX_PROPERTIES = 20;

  private final Facts facts;
  private final Map<String, Property> properties;

  /**
   * What is wanted.
   *
   * @param ids of things
   * @param properties as the client writes them
   */
  private record Wanted(List<String> ids, List<String> properties) {}

  /**
   * @param properties by their ids
   */
  Extension(Facts facts, Map<String, Property> properties) {
    this.facts = facts;
    this.properties = properties;
  }

  /**
   * What the graph says is so, as the API writes it; no values for what it does not know.
   *
   * @throws BadRequestException if the text is no query for that, or one for too much
   */
  Map<String, Object> answer(String json) throws BadRequestException {
    Wanted wanted = wanted(json);
    List<Map<String, Object>> meta = new ArrayList<>();
    Map<String, Optional<Property>> asked = new LinkedHashMap<>();
    for (String pid : wanted.properties()) {
      Optional<Property> property =
          properties.values().stream().filter(each -> each.isCalled(pid)).findFirst();
      asked.put(pid, property);
      Map<String, Object> column = new LinkedHashMap<>();
      column.put("id", pid);
      column.put("name", property.map(Property::name).orElse(pid));
      property
          .filter(each -> each.values().size() == 1)
          .ifPresent(each -> column.put("type", Candidate.type(each.values().iterator().next())));
      meta.add(column);
    }
    Map<String, Object> rows = new LinkedHashMap<>();
    for (String id : new LinkedHashSet<>(wanted.ids())) {
      Optional<Thing> thing = facts.identified(id);
      Map<String, Object> row = new LinkedHashMap<>();
      asked.forEach(
          (pid, property) ->
              row.put(
                  pid,
                  thing.isPresent() && property.isPresent()
                      ? facts.values(thing.get().iri(), property.get()).stream()
                          .map(this::value)
                          .toList()
                      : List.of()));
      rows.put(id, row);
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("meta", meta);
    answer.put("rows", rows);
    return answer;
  }

  private Map<String, Object> value(Node value) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (value.isURI() && facts.thing(value.getURI()).isPresent()) {
      json.put("id", facts.id(value.getURI()));
      json.put("name", facts.name(value));
    } else if (value.isLiteral() && XSDDatatype.XSDdate.equals(value.getLiteralDatatype())) {
      // The API knows moments alone.
      json.put("date", value.getLiteralLexicalForm() + "T00:00:00Z");
    } else {
      json.put("str", facts.name(value));
    }
    return json;
  }

  private static Wanted wanted(String json) throws BadRequestException {
    Optional<JsonObject> query =
        Json.parse(json).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
    if (query.isEmpty()
        || !(query.get().get("ids") instanceof JsonArray ids)
        || !(query.get().get("properties") instanceof JsonArray wanted)) {
      throw bad("\"extend\" is not a JSON object with \"ids\" and \"properties\".");
    }
    if (ids.size() > MAX_IDS || wanted.size() > MAX_PROPERTIES) {
      throw new BadRequestException(
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
          "Ask for at most %d things and %d properties at once."
              .formatted(MAX_IDS, MAX_PROPERTIES));
    }
    List<String> texts = new ArrayList<>();
    for (JsonElement id : ids) {
      texts.add(text(id));
    }
    List<String> pids = new ArrayList<>();
    for (JsonElement each : wanted) {
      if (!each.isJsonObject() || !each.getAsJsonObject().has("id")) {
        throw bad("A property of \"extend\" has no \"id\".");
      }
      pids.add(text(each.getAsJsonObject().get("id")));
    }
    return new Wanted(texts, pids);
  }

  private static String text(JsonElement id) throws BadRequestException {
    if (!id.isJsonPrimitive() || !id.getAsJsonPrimitive().isString()) {
      throw bad("An id in \"extend\" is no text.");
    }
    return id.getAsString();
  }

  private static BadRequestException bad(String complaint) {
    return new BadRequestException(HttpServletResponse.SC_BAD_REQUEST, complaint);
  }
}
