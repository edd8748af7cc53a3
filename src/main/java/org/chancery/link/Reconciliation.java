package org.chancery.link;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.ExitCode;
import org.chancery.JsonText;
import org.chancery.UserException;
import org.chancery.mapping.Sssom;

/**
 * A reconciliation service (API 0.2). It says little of what it finds, so all it gives is
 * proposals.
 */
final class Reconciliation implements Target {
  private static final int LIMIT = 5;
  private static final double WHOLE = 100;
  private static final String JSON = "application/json";

  private final URI address;
  private final Service service;
  private final Knowledge knowledge;
  private Optional<String> space = Optional.empty();

  Reconciliation(URI address, Service service, Knowledge knowledge) {
    this.address = address;
    this.service = service;
    this.knowledge = knowledge;
  }

  @Override
  public List<List<Candidate>> find(List<Thing> things) {
    if (space.isEmpty()) {
      space =
          Optional.of(
              service.ask(
                  Optional.empty(),
                  JSON,
                  answer -> parsed(() -> json(answer).get("identifierSpace").getAsString())));
    }
    JsonObject queries = new JsonObject();
    for (int i = 0; i < things.size(); i++) {
      JsonObject query = new JsonObject();
      query.addProperty("query", things.get(i).label());
      query.addProperty("limit", LIMIT);
      queries.add("q" + i, query);
    }
    String form = "queries=" + URLEncoder.encode(queries.toString(), StandardCharsets.UTF_8);
    return service.ask(Optional.of(form), JSON, answer -> candidates(things, json(answer)));
  }

  private List<List<Candidate>> candidates(List<Thing> things, JsonObject answer) {
    List<List<Candidate>> all = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      Thing thing = things.get(i);
      String query = "q" + i;
      all.add(parsed(() -> candidates(thing, answer.getAsJsonObject(query))));
    }
    return all;
  }

  private List<Candidate> candidates(Thing thing, JsonObject result) {
    List<Candidate> candidates = new ArrayList<>();
    try (LabelIndex.Builder index = new LabelIndex.Builder();
        LabelIndex none = index.index()) {
      Scorer scorer = new Scorer(knowledge, none);
      for (JsonElement each : result.getAsJsonArray("result")) {
        JsonObject found = each.getAsJsonObject();
        Item item = Item.empty(iri(found.get("id").getAsString()));
        item.add(Role.NAME, found.get("name").getAsString());
        JsonArray types =
            Optional.ofNullable(found.getAsJsonArray("type")).orElseGet(JsonArray::new);
        for (JsonElement type : types) {
          item.add(
              Role.TYPE,
              iri(
                  type.isJsonObject()
                      ? type.getAsJsonObject().get("id").getAsString()
                      : type.getAsString()));
        }
        double theirs = Math.max(0, Math.min(1, found.get("score").getAsDouble() / WHOLE));
        scorer
            .score(thing, item)
            .map(
                score ->
                    new Scorer.Score(
                        score.total(),
                        score.name(),
                        score.shared(),
                        false,
                        false,
                        score.features() + "|service=" + Sssom.number(theirs)))
            .ifPresent(score -> candidates.add(new Candidate(item, score)));
      }
    }
    candidates.sort(IndexedTarget.BEST_FIRST);
    return candidates;
  }

  private String iri(String id) {
    return id.startsWith("http://") || id.startsWith("https://") ? id : space.orElse("") + id;
  }

  private JsonObject json(byte[] answer) {
    return parsed(() -> JsonText.parse(answer).getAsJsonObject());
  }

  private interface Parsing<T> {
    T get();
  }

  /** Gson has many ways to say that something is not what it was taken for. */
  private <T> T parsed(Parsing<T> parsing) {
    try {
      return parsing.get();
    } catch (RuntimeException malformed) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "%s answers something else than a reconciliation service of API 0.2 (%s). Is it one? Nothing was linked; the store is as it was."
              .formatted(
                  address, String.valueOf(malformed.getMessage()).lines().findFirst().orElse("")),
          malformed);
    }
  }

  @Override
  public void close() {
    // Nothing is open between two questions.
  }
}
