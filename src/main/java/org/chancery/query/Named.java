package org.chancery.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.chancery.Nearest;

/**
 * Something that a query is asked for by name.
 *
 * @param parameter whose value the name is
 * @param name as somebody wrote it
 */
public record Named(Parameter parameter, String name) {
  private static final String PREFIXES =
      """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX chy: <https://w3id.org/chancery/ontology#>
      """;

  private static final Query KNOWN =
      QueryFactory.create(
          PREFIXES
              + """
              ASK {
                VALUES ?naming { rdfs:label skos:altLabel }
                ?thing ?naming ?name FILTER(REGEX(?name, ?_name, "i"))
              }
              """);

  private static final Query NAMES =
      QueryFactory.create(
          PREFIXES
              + """
              SELECT DISTINCT ?name {
                VALUES ?naming { rdfs:label skos:altLabel }
                ?article chy:mentions ?thing .
                ?thing ?naming ?name
                FILTER NOT EXISTS { ?thing a chy:Quotation }
              }
              """);

  /**
   * What to say if the graph has nothing of that name.
   *
   * @param ask gives the answers of the graph that was asked
   */
  public Optional<String> complaint(Function<Query, Answer> ask) {
    Query known =
        QueryTransformOps.replaceVars(KNOWN, Map.of(Var.alloc("_name"), Parameter.pattern(name)));
    if (ask.apply(known) instanceof Answer.Truth truth && truth.holds()) {
      return Optional.empty();
    }
    TreeSet<String> names = new TreeSet<>();
    if (ask.apply(NAMES) instanceof Answer.Rows rows) {
      for (Binding row : rows.rows()) {
        names.add(row.get("name").getLiteralLexicalForm());
      }
    }
    List<String> near = Nearest.of(name, names, 3);
    return Optional.of(
        "--param %s=%s: nothing is named so.%s"
            .formatted(
                parameter.name(),
                name,
                near.isEmpty()
                    ? ""
                    : " Did you mean \"%s\"?".formatted(String.join("\" or \"", near))));
  }
}
