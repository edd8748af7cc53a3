package org.chancery.export;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;

/** The names of things, each looked up once. */
final class Labels {
  private final DatasetGraph dataset;
  private final Map<Node, String> known = new HashMap<>();

  Labels(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  /** Its label, the first in the order of code points if there are several, or its local name. */
  String of(Node thing) {
    return known.computeIfAbsent(thing, this::find);
  }

  /** The label of a thing, the text of a literal. */
  String words(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : of(node);
  }

  private String find(Node thing) {
    String best = "";
    var quads = dataset.findNG(Node.ANY, thing, RDFS.label.asNode(), Node.ANY);
    while (quads.hasNext()) {
      Node label = quads.next().getObject();
      if (label.isLiteral()
          && (best.isEmpty() || label.getLiteralLexicalForm().compareTo(best) < 0)) {
        best = label.getLiteralLexicalForm();
      }
    }
    return best.isEmpty() ? StatedClaim.localName(thing) : best;
  }
}
