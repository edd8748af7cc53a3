package org.chancery.supply;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What is in the jar, as CycloneDX tells it.
 *
 * @param components in the order of the file
 */
record Sbom(List<Component> components) {
  /** The list that is kept with the sources and packed into the jar. */
  static final Path KEPT = Path.of("src/main/resources/META-INF/sbom/chancery.cdx.json");

  /**
   * @param classifier empty for most
   * @param sha256 of the file, as 64 hexadecimal digits
   */
  record Component(String group, String name, String version, String classifier, String sha256) {
    /** Such as {@code org.jsoup:jsoup}. */
    String module() {
      return group + ":" + name;
    }

    /** Such as {@code stanford-corenlp-4.5.10-models.jar}. */
    String file() {
      return name + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
    }
  }

  Sbom {
    components = List.copyOf(components);
  }

  static Sbom kept() throws IOException {
    return read(Files.readString(KEPT));
  }

  static Sbom read(String json) {
    JsonArray all = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("components");
    return new Sbom(objects(all).map(Sbom::component).toList());
  }

  Optional<Component> find(String module) {
    return components.stream().filter(one -> one.module().equals(module)).findFirst();
  }

  private static Component component(JsonObject json) {
    return new Component(
        json.get("group").getAsString(),
        json.get("name").getAsString(),
        json.get("version").getAsString(),
        classifier(json.get("purl").getAsString()),
        objects(json.getAsJsonArray("hashes"))
            .filter(hash -> hash.get("alg").getAsString().equals("SHA-256"))
            .map(hash -> hash.get("content").getAsString())
            .findFirst()
            .orElseThrow());
  }

  private static String classifier(String purl) {
    return Stream.of(purl.replaceFirst(".*\\?", "").split("&"))
        .filter(pair -> pair.startsWith("classifier="))
        .map(pair -> pair.substring("classifier=".length()))
        .findFirst()
        .orElse("");
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
  }
}
