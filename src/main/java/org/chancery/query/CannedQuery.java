package org.chancery.query;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.chancery.ExitCode;
import org.chancery.UserException;

/**
 * A question that is asked again and again, as one file of {@code queries/} puts it.
 *
 * @param name the file's name without {@code .rq}
 * @param question in plain words, ends with a question mark
 * @param description what the answer holds and what it leaves out
 * @param parameters in the order of the header
 * @param services of others that it asks, sorted; those that a variable names are not among them
 * @param text the whole file: SPARQL that runs as it stands, with no parameter set
 */
public record CannedQuery(
    String name,
    String question,
    String description,
    List<String> tags,
    List<Parameter> parameters,
    List<String> services,
    String text) {
  private static final Pattern LINE = Pattern.compile("line (\\d+)");

  public CannedQuery {
    tags = List.copyOf(tags);
    parameters = List.copyOf(parameters);
    services = List.copyOf(services);
  }

  /**
   * Reads a query with its header.
   *
   * @param file what messages call the file
   * @throws UserException naming file and line if the header or the query is malformed
   */
  public static CannedQuery parse(String file, String text) {
    Header header = Header.parse(file, text);
    Query query = parseSparql(file, text);
    String base = String.valueOf(Path.of(file).getFileName());
    return new CannedQuery(
        base.endsWith(".rq") ? base.substring(0, base.length() - ".rq".length()) : base,
        header.question(),
        header.description(),
        header.tags(),
        header.parameters(),
        services(query),
        text);
  }

  private static List<String> services(Query query) {
    Set<String> services = new TreeSet<>();
    if (query.getQueryPattern() != null) {
      Walker.walk(
          Algebra.compile(query),
          new OpVisitorBase() {
            @Override
            public void visit(OpService service) {
              if (service.getService().isURI()) {
                services.add(service.getService().getURI());
              }
            }
          },
          new ExprVisitorBase());
    }
    return List.copyOf(services);
  }

  /**
   * The query with values in the place of its parameters; they become terms of its syntax tree, so
   * no value can change what is asked.
   *
   * @param values by the parameter's name; the others keep their default
   * @throws UserException if a name is unknown, a value malformed or a required value missing
   */
  public Query bind(Map<String, String> values) {
    values.keySet().forEach(this::requireKnown);
    Map<Var, Node> terms = new HashMap<>();
    for (Parameter parameter : parameters) {
      String value = values.getOrDefault(parameter.name(), parameter.defaultValue().orElse(""));
      if (!value.isBlank()) {
        terms.put(parameter.variable(), parameter.node(value));
      } else if (parameter.required()) {
        throw new UserException(
            ExitCode.USAGE,
            "%s: the parameter %s is missing, %s. Pass --param %s=…"
                .formatted(name, parameter.name(), parameter.description(), parameter.name()));
      }
    }
    return QueryTransformOps.replaceVars(parseSparql(name, text), terms);
  }

  /** What is asked for by name, for finding out whether the graph has it. */
  public List<Named> named(Map<String, String> values) {
    return parameters.stream()
        .filter(parameter -> parameter.kind() == Parameter.Kind.NAME)
        .filter(parameter -> !values.getOrDefault(parameter.name(), "").isBlank())
        .map(parameter -> new Named(parameter, values.getOrDefault(parameter.name(), "")))
        .toList();
  }

  private void requireKnown(String given) {
    if (parameters.stream().noneMatch(parameter -> parameter.name().equals(given))) {
      String known = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
      throw new UserException(
          ExitCode.USAGE,
          known.isEmpty()
              ? "%s has no parameter \"%s\": it takes none.".formatted(name, given)
              : "%s has no parameter \"%s\". It has: %s.".formatted(name, given, known));
    }
  }

  private static Query parseSparql(String file, String text) {
    try {
      return QueryFactory.create(text, Syntax.syntaxSPARQL_11);
    } catch (QueryParseException e) {
      throw new UserException(
          ExitCode.CONFIG, "%s, line %s: %s".formatted(file, line(e), firstLine(e)), e);
    } catch (QueryException e) {
      throw new UserException(ExitCode.CONFIG, "%s: %s".formatted(file, firstLine(e)), e);
    }
  }

  /** Of a wrong token the parser's message has the line, its exception that of the token before. */
  private static String line(QueryParseException e) {
    Matcher matcher = LINE.matcher(firstLine(e));
    return matcher.find() ? matcher.group(1) : String.valueOf(Math.max(1, e.getLine()));
  }

  private static String firstLine(QueryException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("is no SPARQL query");
  }
}
