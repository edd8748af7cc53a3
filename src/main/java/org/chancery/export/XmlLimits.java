package org.chancery.export;

import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.chancery.ExitCode;
import org.chancery.UserException;

/** What RDF/XML cannot say, though it is good RDF. */
final class XmlLimits {
  /** XML 1.0 has no way, not even an escape, to write these characters. */
  private static final Pattern UNWRITABLE =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

  private XmlLimits() {}

  /**
   * Lets pass what can be written.
   *
   * @throws UserException if the predicate has no name that XML allows, or a character cannot be
   *     written
   */
  static void require(Triple triple) {
    String predicate = triple.getPredicate().getURI();
    if (Util.splitNamespaceXML(predicate) == predicate.length()) {
      throw unwritable("the property <%s> ends in no name for an element".formatted(predicate));
    }
    Node object = triple.getObject();
    if (object.isLiteral() && UNWRITABLE.matcher(object.getLiteralLexicalForm()).find()) {
      throw unwritable(
          "a control character stands in the text that <%s> has as <%s>"
              .formatted(triple.getSubject(), predicate));
    }
  }

  private static UserException unwritable(String problem) {
    return new UserException(
        ExitCode.DATA,
        "RDF/XML cannot hold this graph: %s. Use --format turtle.".formatted(problem));
  }
}
