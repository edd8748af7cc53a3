package org.chancery.fitness;

import java.util.Set;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.chancery.export.ExportFormat;

/** Something that reads RDF and has nothing of Jena's in it. */
interface Toolkit {
  boolean reads(ExportFormat format);

  /** Whether this machine has what the toolkit runs on. */
  default boolean isHere() {
    return true;
  }

  /** What the toolkit makes of a document; triples are in the default graph. */
  Set<Quad> quads(byte[] document, ExportFormat format) throws Exception;

  static Node literal(String text, String language, String datatype) {
    return language.isEmpty()
        ? NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(datatype))
        : NodeFactory.createLiteralLang(text, language);
  }
}
