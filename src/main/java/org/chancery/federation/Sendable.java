package org.chancery.federation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.graph.NodeTransformLib;

/**
 * What may be put into words and sent to a service: terms that end where they should, whoever made
 * them, and nothing that has the service ask yet another one.
 */
final class Sendable {
  /** Whether rows of the answer hang on each other, such as by LIMIT. */
  private boolean counted;

  private Sendable() {}

  /**
   * A pattern with terms alone that a service can be asked about.
   *
   * @throws QueryDeniedException if it must not be sent
   */
  static Op of(Op pattern) {
    Walker.walk(pattern, new Sendable().new Patterns(), new Constants());
    return NodeTransformLib.transform(Sendable::term, pattern);
  }

  /**
   * Whether rows of a pattern's answer hang on each other, so that it is to be asked as a whole.
   */
  static boolean isCounted(Op pattern) {
    Sendable looked = new Sendable();
    Walker.walk(pattern, looked.new Patterns(), new Constants());
    return looked.counted;
  }

  /**
   * A term as it may be sent. A blank node of ours is none of theirs, and neither is an IRI that no
   * text can hold: in their place stands an IRI that nobody has.
   */
  static Node term(Node node) {
    return Var.isVar(node) || isTerm(node)
        ? node
        : NodeFactory.createURI(
            "urn:uuid:" + UUID.nameUUIDFromBytes(node.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean isTerm(Node node) {
    if (node.isURI()) {
      return Results.isSafe(node.getURI());
    }
    return node.isLiteral()
        && (node.getLiteralLanguage().isEmpty() || Results.isLanguage(node.getLiteralLanguage()))
        && Results.isSafe(node.getLiteralDatatypeURI());
  }

  private final class Patterns extends OpVisitorBase {
    @Override
    public void visit(OpSlice slice) {
      counted = true;
    }

    @Override
    public void visit(OpGroup group) {
      counted = true;
    }

    @Override
    public void visit(OpService service) {
      throw new QueryDeniedException(
          "SERVICE stands within SERVICE: another server would be made to ask a third");
    }
  }

  private static final class Constants extends ExprVisitorBase {
    @Override
    public void visit(NodeValue constant) {
      if (!isTerm(constant.asNode())) {
        throw new QueryDeniedException("SERVICE cannot be asked about a term without a name");
      }
    }
  }
}
