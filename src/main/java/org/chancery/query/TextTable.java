package org.chancery.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** Rows as aligned text: no borders, two spaces between columns, a rule under the heads. */
record TextTable(PrefixMapping prefixes) {
  private static final String GAP = "  ";

  String of(Answer.Rows answer) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(answer.columns().stream().map(Var::getVarName).toList());
    for (Binding row : answer.rows()) {
      lines.add(answer.columns().stream().map(column -> cell(row, column)).toList());
    }
    List<Integer> widths = widths(lines, answer.columns().size());
    StringBuilder table = new StringBuilder();
    append(table, lines.get(0), widths);
    append(table, widths.stream().map("-"::repeat).toList(), widths);
    lines.stream().skip(1).forEach(line -> append(table, line, widths));
    return table.toString();
  }

  private static List<Integer> widths(List<List<String>> lines, int columns) {
    List<Integer> widths = new ArrayList<>(Collections.nCopies(columns, 0));
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        widths.set(i, Math.max(widths.get(i), TerminalText.width(line.get(i))));
      }
    }
    return widths;
  }

  private static void append(StringBuilder table, List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      line.append(i == 0 ? "" : GAP)
          .append(cell)
          .append(" ".repeat(widths.get(i) - TerminalText.width(cell)));
    }
    table.append(line.toString().stripTrailing()).append('\n');
  }

  private String cell(Binding row, Var column) {
    return row.contains(column) ? TerminalText.escaped(text(row.get(column))) : "";
  }

  private String text(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    return node.isURI() ? prefixes.shortForm(node.getURI()) : NodeFmtLib.displayStr(node);
  }
}
