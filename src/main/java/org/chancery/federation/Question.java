package org.chancery.federation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.nodevalue.NodeValueInteger;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;

/**
 * What stands between the braces of {@code SERVICE}, put as queries of many rows at once. Each row
 * has a number, which comes back with what joins it: so the answer is that of a join, row by row,
 * whatever stands there, and however often it is asked.
 */
final class Question {
  private final Query inner;
  private final boolean counted;

  /** What the service calls a variable, and what it is called here. */
  private final Map<String, Var> names = new LinkedHashMap<>();

  private final Var number;

  /**
   * Takes the pattern out of a query.
   *
   * @throws QueryDeniedException if it must not be sent
   */
  Question(OpService service) {
    counted = Sendable.isCounted(service.getSubOp());
    // Variables of subqueries have other names by now; each has its own back, as the query wrote
    // it.
    Op pattern = Rename.reverseVarRename(Sendable.of(service.getSubOp()), true);
    for (Var here : OpVars.visibleVars(service.getSubOp())) {
      Var there = (Var) Rename.reverseVarRename((Node) here);
      if (Var.isNamedVar(there) && names.put(there.getVarName(), here) != null) {
        throw new QueryDeniedException(
            "SERVICE holds two variables ?%s. Rename one of them.".formatted(there.getVarName()));
      }
    }
    inner = OpAsQuery.asQuery(pattern);
    Set<String> taken = new TreeSet<>();
    OpVars.mentionedVars(pattern).forEach(variable -> taken.add(variable.getVarName()));
    String free = "row";
    while (taken.contains(free)) {
      free += "_";
    }
    number = Var.alloc(free);
  }

  /** Whether rows of the answer hang on each other, such as by LIMIT. */
  boolean isCounted() {
    return counted;
  }

  /** The part of a row that the service is asked about: by its own names of variables. */
  Binding shared(Binding row) {
    BindingBuilder part = Binding.builder();
    names.forEach(
        (name, here) -> {
          if (row.contains(here)) {
            part.add(Var.alloc(name), Sendable.term(row.get(here)));
          }
        });
    return part.build();
  }

  /** Our names of the service's variables, by its own. */
  Map<String, Var> names() {
    return names;
  }

  /** The variable that numbers the rows. */
  String number() {
    return number.getVarName();
  }

  /** The question as it stands, where no row says anything of its variables. */
  String alone() {
    return inner.serialize();
  }

  /**
   * The question about some rows, numbered from 0 in their order.
   *
   * @param rows all with the same variables, at least one
   */
  String about(List<Binding> rows) {
    List<Var> known = new ArrayList<>(rows.get(0).varsMentioned());
    List<Var> columns = new ArrayList<>(List.of(number));
    columns.addAll(known);
    List<Binding> data = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      data.add(
          Binding.builder()
              .add(number, new NodeValueInteger(i).asNode())
              .addAll(rows.get(i))
              .build());
    }
    ElementGroup group = new ElementGroup();
    group.addElement(new ElementData(columns, data));
    List<Element> plain = plain();
    if (plain.isEmpty()) {
      ElementGroup own = new ElementGroup();
      own.addElement(new ElementSubQuery(inner));
      group.addElement(own);
    } else {
      plain.forEach(group::addElement);
    }
    Query query = QueryFactory.make();
    query.setQuerySelectType();
    query.setQueryPattern(group);
    query.addResultVar(number);
    names.keySet().stream()
        .map(Var::alloc)
        .filter(variable -> !known.contains(variable))
        .forEach(query::addResultVar);
    return query.serialize();
  }

  /**
   * The pattern's parts if it is nothing but triples and filters: then rows may stand among them,
   * which services plan better than a group of its own. Empty if it is anything else.
   */
  private List<Element> plain() {
    if (!inner.isQueryResultStar()
        || inner.hasLimit()
        || inner.hasOffset()
        || inner.hasGroupBy()
        || inner.isDistinct()
        || inner.isReduced()
        || inner.hasOrderBy()
        || !(inner.getQueryPattern() instanceof ElementGroup group)) {
      return List.of();
    }
    boolean plain =
        group.getElements().stream()
            .allMatch(
                element ->
                    element instanceof ElementTriplesBlock
                        || element instanceof ElementPathBlock
                        || element instanceof ElementFilter);
    return plain ? group.getElements() : List.of();
  }
}
