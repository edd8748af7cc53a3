package org.chancery.federation;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Joins rows of ours with what services answer. All is asked before the first row is given: so a
 * service that fails leaves no half of an answer.
 */
final class Services {
  private final Federation federation;
  private final Limits limits;
  private final Client client;

  Services(Federation federation, Limits limits) {
    this.federation = federation;
    this.limits = limits;
    this.client = new Client(federation, limits);
  }

  /** What stands behind one {@code SERVICE}, by what its rows share with ours. */
  private record Answers(Question question, Map<Binding, List<Map<String, Node>>> rows) {}

  /** The rows of a {@code SERVICE} joined with those that come in. */
  QueryIterator ask(OpService service, QueryIterator input, ExecutionContext execution) {
    if (service.getService().isURI() && !service.getSilent()) {
      requireAllowed(service.getService().getURI()); // Also where there are no rows to ask about.
    }
    return new JoinedRows(input, execution, rows -> join(service, rows, execution), limits.rows());
  }

  /**
   * Asks for all rows.
   *
   * @return what each row becomes, by its place in the list; empty where a silent service fails,
   *     and rows stay as they are
   */
  private JoinedRows.Join join(OpService service, List<Binding> rows, ExecutionContext execution) {
    Map<String, List<Binding>> byService =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> called(service.getService(), row),
                    LinkedHashMap::new,
                    Collectors.toList()));
    if (!service.getSilent()) {
      byService.keySet().forEach(this::requireAllowed);
    }
    Map<String, Answers> answers = new LinkedHashMap<>();
    byService.forEach(
        (called, some) -> {
          Optional<URI> place = federation.place(called);
          try {
            if (place.isPresent()) {
              answers.put(called, ask(place.get(), service, some, execution));
            }
          } catch (ServiceFailure | QueryDeniedException failure) {
            if (!service.getSilent()) {
              throw failure;
            }
          }
        });
    return row -> {
      Answers known = answers.get(called(service.getService(), row));
      return known == null ? List.of(row) : joined(known, row);
    };
  }

  /** What a row calls the service; empty text if it does not say. */
  private static String called(Node service, Binding row) {
    Node called = Var.lookup(row, service);
    return called != null && called.isURI() ? called.getURI() : "";
  }

  private void requireAllowed(String service) {
    if (!federation.allows(service)) {
      throw new QueryDeniedException(
          service.isEmpty()
              ? "SERVICE has no address: its variable is not bound to one"
              : Federation.denial(service));
    }
  }

  private Answers ask(
      URI place, OpService service, List<Binding> rows, ExecutionContext execution) {
    Question question = new Question(service);
    if (question.isCounted() && isFilledIn(service, rows, execution)) {
      throw new QueryDeniedException(
          "LIMIT or GROUP BY in a SERVICE of OPTIONAL or UNION is refused, as it would count for each row. Put the SERVICE first, and what it joins behind it");
    }
    Set<Binding> asked = new LinkedHashSet<>();
    rows.forEach(row -> asked.add(question.shared(row)));
    Map<Binding, List<Map<String, Node>>> answers = new LinkedHashMap<>();
    Map<Set<Var>, List<Binding>> alike =
        asked.stream()
            .collect(
                Collectors.groupingBy(
                    Binding::varsMentioned, LinkedHashMap::new, Collectors.toList()));
    for (List<Binding> some : alike.values()) {
      for (int from = 0; from < some.size(); from += limits.batch()) {
        List<Binding> batch = some.subList(from, Math.min(some.size(), from + limits.batch()));
        answers.putAll(ask(place, question, batch, execution));
      }
    }
    return new Answers(question, answers);
  }

  /**
   * Whether ARQ may have put a row's terms into the pattern, so that LIMIT would count for that row
   * alone: then a variable of the row is gone from it that the query as it was written has there.
   */
  private static boolean isFilledIn(
      OpService service, List<Binding> rows, ExecutionContext execution) {
    if (rows.stream().allMatch(Binding::isEmpty)) {
      return false;
    }
    if (!(execution.getContext().get(ARQConstants.sysCurrentQuery) instanceof Query query)) {
      return true;
    }
    Set<Node> written = new HashSet<>();
    Walker.walk(
        Algebra.compile(query),
        new OpVisitorBase() {
          @Override
          public void visit(OpService any) {
            written.addAll(OpVars.mentionedVars(any.getSubOp()));
            written.addAll(OpVars.visibleVars(any.getSubOp()));
          }
        });
    Set<Node> left = inPatterns(service.getSubOp());
    return rows.stream()
        .flatMap(row -> row.varsMentioned().stream())
        .anyMatch(
            variable ->
                written.contains(Rename.reverseVarRename((Node) variable))
                    && !left.contains(variable));
  }

  /** What stands in triples; lists of variables keep those that were filled in. */
  private static Set<Node> inPatterns(Op pattern) {
    Set<Node> nodes = new HashSet<>();
    Walker.walk(
        pattern,
        new OpVisitorBase() {
          @Override
          public void visit(OpBGP triples) {
            triples.getPattern().forEach(this::add);
          }

          @Override
          public void visit(OpPath path) {
            nodes.add(path.getTriplePath().getSubject());
            nodes.add(path.getTriplePath().getObject());
          }

          private void add(Triple triple) {
            nodes.add(triple.getSubject());
            nodes.add(triple.getPredicate());
            nodes.add(triple.getObject());
          }
        });
    return nodes;
  }

  private Map<Binding, List<Map<String, Node>>> ask(
      URI place, Question question, List<Binding> batch, ExecutionContext execution) {
    boolean alone = batch.get(0).isEmpty();
    String text = alone ? question.alone() : question.about(batch);
    List<Map<String, Node>> answer =
        Ledger.of(execution.getContext())
            .answer(place, text, limits, () -> send(place, text, execution));
    Map<Binding, List<Map<String, Node>>> byRow = new LinkedHashMap<>();
    batch.forEach(shared -> byRow.put(shared, new ArrayList<>()));
    for (Map<String, Node> row : answer) {
      int number = alone ? 0 : number(place, row.get(question.number()), batch.size());
      byRow.computeIfAbsent(batch.get(number), first -> new ArrayList<>()).add(row);
    }
    return byRow;
  }

  private static int number(URI place, @Nullable Node number, int size) {
    if (number != null
        && number.isLiteral()
        && number.getLiteralLexicalForm().matches("[0-9]{1,6}")) {
      int row = Integer.parseInt(number.getLiteralLexicalForm());
      if (row < size) {
        return row;
      }
    }
    throw new ServiceFailure(
        place, "answers with rows that it was not asked about. Is it a SPARQL 1.1 service?");
  }

  private List<Map<String, Node>> send(URI place, String question, ExecutionContext execution) {
    Ledger ledger = Ledger.of(execution.getContext());
    BooleanSupplier cancelled =
        () ->
            ledger.isOver()
                || execution.getCancelSignal() != null && execution.getCancelSignal().get();
    try {
      return client.ask(place, question, cancelled);
    } catch (CancellationException nobodyWaits) {
      throw new QueryCancelledException();
    }
  }

  /** What the service says of a variable that we know already is what we asked it about. */
  private static List<Binding> joined(Answers known, Binding row) {
    List<Binding> joined = new ArrayList<>();
    for (Map<String, Node> found :
        known.rows().getOrDefault(known.question().shared(row), List.of())) {
      BindingBuilder both = Binding.builder(row);
      known
          .question()
          .names()
          .forEach(
              (name, here) -> {
                Node node = found.get(name);
                if (node != null && !row.contains(here)) {
                  both.add(here, node);
                }
              });
      joined.add(both.build());
    }
    return joined;
  }
}
