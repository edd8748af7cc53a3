package org.chancery.reconcile;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chancery.reconcile.Question.Condition;
import org.chancery.reconcile.Question.Strictness;
import org.chancery.reconcile.Question.Wanted;
import org.jspecify.annotations.Nullable;

/** Reads what clients ask, strictly: what is no query by the API is refused as a whole. */
final class Questions {
  /** Queries in a batch. */
  static final int MAX_BATCH = 50;

  private static final int MAX_PARTS = 20;

  /** Longer texts are no names. */
  private static final int MAX_TEXT = 500;

  private Questions() {}

  /**
   * The queries of a batch by their keys, in their order.
   *
   * @throws BadRequestException if it is none, or has too many
   */
  static Map<String, Question> batch(String json) throws BadRequestException {
    JsonObject batch = object(Json.parse(json), "\"queries\" is not a JSON object of queries.");
    if (batch.size() > MAX_BATCH) {
      throw new BadRequestException(
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
          "A batch has at most " + MAX_BATCH + " queries. Send the others in another.");
    }
    Map<String, Question> questions = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : batch.entrySet()) {
      questions.put(
          entry.getKey(), question(object(Optional.of(entry.getValue()), "A query is no object.")));
    }
    return questions;
  }

  /**
   * The one query of a client of the API 0.1: an object, or a name alone.
   *
   * @throws BadRequestException if it is an object, and no query
   */
  static Question single(String query) throws BadRequestException {
    if (!query.stripLeading().startsWith("{")) {
      return new Question(
          name(query), List.of(), Strictness.SHOULD, Question.USUAL_LIMIT, List.of());
    }
    return question(object(Json.parse(query), "\"query\" is neither a name nor a JSON object."));
  }

  private static Question question(JsonObject json) throws BadRequestException {
    String name = has(json, "query") ? text(json.get("query"), "\"query\" is no text.") : "";
    List<Condition> conditions = new ArrayList<>();
    for (JsonElement each : list(json, "properties", "\"properties\" is no list of objects.")) {
      conditions.add(condition(object(Optional.of(each), "\"properties\" is no list of objects.")));
    }
    if (name.isBlank() && conditions.isEmpty()) {
      throw bad("A query has neither a \"query\" with a name in it nor \"properties\".");
    }
    List<String> types = new ArrayList<>();
    if (has(json, "type")) {
      for (JsonElement type : several(json.get("type"))) {
        types.add(type(type));
      }
      require(types.size() <= MAX_PARTS, "A query has too many types.");
    }
    return new Question(name(name), types, strictness(json), limit(json), conditions);
  }

  private static String name(String text) {
    return text.length() > MAX_TEXT ? "" : text.strip();
  }

  /** Some clients send a type with its name. */
  private static String type(JsonElement type) throws BadRequestException {
    return text(
        type.isJsonObject() && type.getAsJsonObject().has("id")
            ? type.getAsJsonObject().get("id")
            : type,
        "\"type\" is neither a type's id nor a list of them.");
  }

  private static Strictness strictness(JsonObject json) throws BadRequestException {
    if (!has(json, "type_strict")) {
      return Strictness.SHOULD;
    }
    String strictness = text(json.get("type_strict"), "\"type_strict\" is no text.");
    for (Strictness each : Strictness.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(strictness)) {
        return each;
      }
    }
    throw bad("\"type_strict\" is none of should, any and all.");
  }

  private static int limit(JsonObject json) throws BadRequestException {
    if (!has(json, "limit")) {
      return Question.USUAL_LIMIT;
    }
    JsonElement limit = json.get("limit");
    require(
        limit instanceof JsonPrimitive primitive
            && primitive.isNumber()
            && limit.getAsDouble() >= 1,
        "\"limit\" is no number from 1 on.");
    return (int) Math.min(Question.MAX_LIMIT, limit.getAsDouble());
  }

  private static Condition condition(JsonObject json) throws BadRequestException {
    String pid = text(json.get("pid"), "A property has no \"pid\".");
    require(json.has("v"), "A property has no \"v\".");
    List<Wanted> values = new ArrayList<>();
    for (JsonElement value : several(json.get("v"))) {
      if (value.isJsonObject()) {
        JsonObject thing = value.getAsJsonObject();
        String id = text(thing.get("id"), "A value that is an object has no \"id\".");
        String name = has(thing, "name") ? text(thing.get("name"), "A \"name\" is no text.") : "";
        values.add(new Wanted(name(name), Optional.of(name(id))));
      } else if (!value.isJsonNull()) {
        require(value.isJsonPrimitive(), "\"v\" is no value or list of values.");
        values.add(new Wanted(name(value.getAsString()), Optional.empty()));
      }
    }
    require(values.size() <= MAX_PARTS, "A property has too many values.");
    return new Condition(pid, values);
  }

  private static boolean has(JsonObject json, String member) {
    return json.has(member) && !json.get(member).isJsonNull();
  }

  private static List<JsonElement> several(JsonElement value) {
    return value.isJsonArray() ? value.getAsJsonArray().asList() : List.of(value);
  }

  private static List<JsonElement> list(JsonObject json, String member, String complaint)
      throws BadRequestException {
    if (!has(json, member)) {
      return List.of();
    }
    require(json.get(member).isJsonArray(), complaint);
    require(json.getAsJsonArray(member).size() <= MAX_PARTS, "A query has too many properties.");
    return json.getAsJsonArray(member).asList();
  }

  private static JsonObject object(Optional<JsonElement> value, String complaint)
      throws BadRequestException {
    if (value.isEmpty() || !value.get().isJsonObject()) {
      throw bad(complaint);
    }
    return value.get().getAsJsonObject();
  }

  private static String text(@Nullable JsonElement value, String complaint)
      throws BadRequestException {
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      return value.getAsString();
    }
    throw bad(complaint);
  }

  private static void require(boolean sound, String complaint) throws BadRequestException {
    if (!sound) {
      throw bad(complaint);
    }
  }

  private static BadRequestException bad(String complaint) {
    return new BadRequestException(HttpServletResponse.SC_BAD_REQUEST, complaint);
  }
}
