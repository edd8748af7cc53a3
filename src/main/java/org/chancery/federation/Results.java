package org.chancery.federation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.chancery.JsonText;

/** SPARQL 1.1 Query Results JSON Format, from whom one does not trust. */
final class Results {
  static final String MEDIA_TYPE = "application/sparql-results+json";

  /** What may not stand in an IRI, whatever a service says. */
  private static final Pattern NOT_OF_IRIS = Pattern.compile("[\\x00-\\x20<>\"{}|^`\\\\]");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]+(-[A-Za-z0-9]+)*");

  /** Blank nodes of two answers are two, though they have one label. */
  private final String scope = UUID.randomUUID().toString();

  private Results() {}

  /** That it is not in that format. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  /** Whether an IRI can stand in a query and end where it should. */
  static boolean isSafe(String iri) {
    return !NOT_OF_IRIS.matcher(iri).find();
  }

  /** Whether a literal's language can stand in a query. */
  static boolean isLanguage(String language) {
    return LANGUAGE.matcher(language).matches();
  }

  /**
   * The rows, each by the names of its columns.
   *
   * @param most rows to take; services that give as many and no more may have cut the rest off
   * @throws Malformed if these are no rows, or as many
   */
  static List<Map<String, Node>> rows(byte[] answer, int most) throws Malformed {
    try {
      JsonObject root = object(JsonText.parse(answer));
      JsonElement bindings = object(root.get("results")).get("bindings");
      if (bindings == null || !bindings.isJsonArray()) {
        throw new Malformed("what is no SPARQL result in JSON");
      }
      if (bindings.getAsJsonArray().size() >= most) {
        throw new Malformed(
            String.format(Locale.ROOT, "%,d rows or more, which may not be all", most));
      }
      Results results = new Results();
      List<Map<String, Node>> rows = new ArrayList<>();
      for (JsonElement binding : bindings.getAsJsonArray()) {
        Map<String, Node> row = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> cell : object(binding).entrySet()) {
          row.put(cell.getKey(), results.node(object(cell.getValue())));
        }
        rows.add(row);
      }
      return rows;
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException malformed) {
      throw new Malformed("what is no SPARQL result in JSON");
    }
  }

  private static JsonObject object(JsonElement element) throws Malformed {
    if (element == null || !element.isJsonObject()) {
      throw new Malformed("what is no SPARQL result in JSON");
    }
    return element.getAsJsonObject();
  }

  private Node node(JsonObject term) throws Malformed {
    String value = text(term, "value");
    return switch (text(term, "type")) {
      case "uri" -> NodeFactory.createURI(iri(value));
      case "bnode" -> NodeFactory.createBlankNode(scope + value);
      case "literal", "typed-literal" -> literal(value, term);
      default -> throw new Malformed("terms that are no IRIs, literals or blank nodes");
    };
  }

  private static Node literal(String value, JsonObject term) throws Malformed {
    if (term.has("xml:lang") && isLanguage(text(term, "xml:lang"))) {
      return NodeFactory.createLiteralLang(value, text(term, "xml:lang"));
    }
    if (term.has("datatype")) {
      return NodeFactory.createLiteralDT(
          value, TypeMapper.getInstance().getSafeTypeByName(iri(text(term, "datatype"))));
    }
    return NodeFactory.createLiteralString(value);
  }

  private static String text(JsonObject term, String name) throws Malformed {
    JsonElement value = term.get(name);
    if (value == null || !value.isJsonPrimitive()) {
      throw new Malformed("what is no SPARQL result in JSON");
    }
    return value.getAsString();
  }

  private static String iri(String text) {
    Matcher odd = NOT_OF_IRIS.matcher(text);
    return odd.replaceAll(
        found -> String.format(Locale.ROOT, "%%%02X", (int) found.group().charAt(0)));
  }
}
