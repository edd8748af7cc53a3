package org.chancery.export;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.chancery.ontology.Chy;

/** Terms that exports look for beside those that Jena has constants for. */
final class Vocabulary {
  static final Node ARTICLE = chy("Article");
  static final Node MEETING = chy("Meeting");
  static final Node CLAIM = chy("Claim");
  static final Node STATUS = chy("status");
  static final Node RULE = chy("rule");
  static final Node CONFIDENCE = chy("confidence");
  static final Node ACTING = chy("acting");
  static final Node EVIDENCE = chy("evidence");
  static final Node MENTIONS = chy("mentions");
  static final Node PUBLISHED_ON = chy("publishedOn");
  static final Node TENURE_OF = chy("tenureOf");
  static final Node TENURE_IN = chy("tenureIn");
  static final Node GEONAMES_ID = chy("geonamesId");
  static final Node WAS_DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

  private Vocabulary() {}

  private static Node chy(String localName) {
    return NodeFactory.createURI(Chy.NS + localName);
  }
}
