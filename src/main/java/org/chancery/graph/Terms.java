package org.chancery.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.chancery.ontology.Chy;

/** Terms of the ontology that are neither predicates of claims nor classes of entities. */
final class Terms {
  static final Node ARTICLE = chy("Article");
  static final Node CLAIM = chy("Claim");
  static final Node TENURE = chy("Tenure");
  static final Node SHARED_TEXT = chy("SharedText");

  static final Node CARRIES = chy("carries");
  static final Node MENTIONS = chy("mentions");
  static final Node PUBLISHED_ON = chy("publishedOn");
  static final Node CONTENT_HASH = chy("contentHash");
  static final Node WRITTEN_AS = chy("writtenAs");
  static final Node STATUS = chy("status");
  static final Node RULE = chy("rule");
  static final Node CONFIDENCE = chy("confidence");
  static final Node EVIDENCE = chy("evidence");
  static final Node TENURE_OF = chy("tenureOf");
  static final Node TENURE_IN = chy("tenureIn");
  static final Node ACTING = chy("acting");
  static final Node AS_OF = chy("asOf");
  static final Node COUNTRY_CODE = chy("countryCode");
  static final Node COUNTRY_CODE3 = chy("countryCode3");
  static final Node GEONAMES_ID = chy("geonamesId");

  static final Node MERGE = chy("Merge");
  static final Node NEAR_MISS = chy("NearMiss");
  static final Node FIRST_ENTITY = chy("firstEntity");
  static final Node SECOND_ENTITY = chy("secondEntity");
  static final Node FIRST_NAME = chy("firstName");
  static final Node SECOND_NAME = chy("secondName");
  static final Node FIRST_ARTICLE = chy("firstArticle");
  static final Node SECOND_ARTICLE = chy("secondArticle");
  static final Node POINTS = chy("points");
  static final Node POINTS_NEEDED = chy("pointsNeeded");
  static final Node SPEAKS_FOR = chy("speaksFor");
  static final Node SPEAKS_AGAINST = chy("speaksAgainst");
  static final Node REMARK = chy("remark");

  static final Node WAS_DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

  private Terms() {}

  private static Node chy(String localName) {
    return NodeFactory.createURI(Chy.NS + localName);
  }
}
