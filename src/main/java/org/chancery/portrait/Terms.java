package org.chancery.portrait;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.chancery.ontology.Chy;
import org.chancery.ontology.Predicate;

/** Names that are looked up. */
final class Terms {
  static final Node TYPE = RDF.type.asNode();
  static final Node SUBJECT = RDF.subject.asNode();
  static final Node PREDICATE = RDF.predicate.asNode();
  static final Node OBJECT = RDF.object.asNode();

  static final Node CLAIM = chy("Claim");
  static final Node STATUS = chy("status");
  static final Node RULE = chy("rule");
  static final Node CONFIDENCE = chy("confidence");
  static final Node EVIDENCE = chy("evidence");
  static final Node ACTING = chy("acting");
  static final Node AS_OF = chy("asOf");
  static final Node TENURE_OF = chy("tenureOf");
  static final Node TENURE_IN = chy("tenureIn");
  static final Node MENTIONS = chy("mentions");
  static final Node WRITTEN_AS = chy("writtenAs");
  static final Node CARRIES = chy("carries");
  static final Node PUBLISHED_ON = chy("publishedOn");
  static final Node CONTENT_HASH = chy("contentHash");
  static final Node MERGE = chy("Merge");
  static final Node FIRST_ENTITY = chy("firstEntity");
  static final Node FIRST_NAME = chy("firstName");
  static final Node FIRST_ARTICLE = chy("firstArticle");
  static final Node SECOND_ENTITY = chy("secondEntity");
  static final Node SECOND_NAME = chy("secondName");
  static final Node SECOND_ARTICLE = chy("secondArticle");
  static final Node POINTS = chy("points");
  static final Node POINTS_NEEDED = chy("pointsNeeded");
  static final Node SPEAKS_FOR = chy("speaksFor");
  static final Node SPEAKS_AGAINST = chy("speaksAgainst");
  static final Node REMARK = chy("remark");
  static final Node WAS_DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

  private Terms() {}

  static Node chy(String localName) {
    return NodeFactory.createURI(Chy.NS + localName);
  }

  static Node of(Predicate predicate) {
    return NodeFactory.createURI(predicate.iri());
  }
}
