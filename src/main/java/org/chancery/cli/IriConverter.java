package org.chancery.cli;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads absolute IRIs. */
final class IriConverter implements ITypeConverter<Node> {
  @Override
  public Node convert(String value) {
    try {
      if (IRIx.create(value).isAbsolute()) {
        return NodeFactory.createURI(value);
      }
    } catch (IRIException malformed) {
      // Told below.
    }
    throw new TypeConversionException(
        "\"%s\" is no IRI, such as https://creativecommons.org/licenses/by/4.0/".formatted(value));
  }
}
