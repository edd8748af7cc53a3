package org.chancery.fitness;

import com.github.jsonldjava.core.JsonLdOptions;
import com.github.jsonldjava.core.JsonLdProcessor;
import com.github.jsonldjava.core.RDFDataset;
import com.github.jsonldjava.utils.JsonUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.chancery.export.ExportFormat;

/** jsonld-java, which reads JSON-LD 1.0: older than Titanium, which is Jena's, and not its kin. */
final class JsonLdJava implements Toolkit {
  @Override
  public boolean reads(ExportFormat format) {
    return format == ExportFormat.JSONLD;
  }

  @Override
  public Set<Quad> quads(byte[] document, ExportFormat format) throws IOException {
    Object json = JsonUtils.fromInputStream(new ByteArrayInputStream(document));
    RDFDataset dataset = (RDFDataset) JsonLdProcessor.toRDF(json, new JsonLdOptions());
    Set<Quad> quads = new HashSet<>();
    for (String name : dataset.graphNames()) {
      Node graph = name.equals("@default") ? Quad.defaultGraphIRI : NodeFactory.createURI(name);
      for (RDFDataset.Quad quad : dataset.getQuads(name)) {
        quads.add(
            Quad.create(
                graph, node(quad.getSubject()), node(quad.getPredicate()), node(quad.getObject())));
      }
    }
    return quads;
  }

  private static Node node(RDFDataset.Node node) {
    String value = Objects.requireNonNull(node.getValue());
    return node.isLiteral()
        ? Toolkit.literal(
            value, Optional.ofNullable(node.getLanguage()).orElse(""), node.getDatatype())
        : NodeFactory.createURI(value);
  }

  @Override
  public String toString() {
    return "jsonld-java";
  }
}
