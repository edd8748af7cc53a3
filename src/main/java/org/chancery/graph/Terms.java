package org.chancery.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.chancery.ontology.Chy;
import org.chancery.ontology.Predicate;

/**
 * Terms that graphs are made of and looked through for: of the ontology those that are neither
 * predicates of claims nor classes of entities, and a few of others'.
 */
public final class Terms {
  public static final Node ARTICLE = chy("Article");
  public static final Node CLAIM = chy("Claim");
  public static final Node TENURE = chy("Tenure");
  public static final Node SHARED_TEXT = chy("SharedText");

  public static final Node CARRIES = chy("carries");
  public static final Node MENTIONS = chy("mentions");
  public static final Node PUBLISHED_ON = chy("publishedOn");
  public static final Node CONTENT_HASH = chy("contentHash");
  public static final Node WRITTEN_AS = chy("writtenAs");
  public static final Node STATUS = chy("status");
  public static final Node RULE = chy("rule");
  public static final Node CONFIDENCE = chy("confidence");
  public static final Node EVIDENCE = chy("evidence");
  public static final Node TENURE_OF = chy("tenureOf");
  public static final Node TENURE_IN = chy("tenureIn");
  public static final Node ACTING = chy("acting");
  public static final Node AS_OF = chy("asOf");
  public static final Node COUNTRY_CODE = chy("countryCode");
  public static final Node COUNTRY_CODE3 = chy("countryCode3");
  public static final Node GEONAMES_ID = chy("geonamesId");

  public static final Node MERGE = chy("Merge");
  public static final Node NEAR_MISS = chy("NearMiss");
  public static final Node FIRST_ENTITY = chy("firstEntity");
  public static final Node SECOND_ENTITY = chy("secondEntity");
  public static final Node FIRST_NAME = chy("firstName");
  public static final Node SECOND_NAME = chy("secondName");
  public static final Node FIRST_ARTICLE = chy("firstArticle");
  public static final Node SECOND_ARTICLE = chy("secondArticle");
  public static final Node POINTS = chy("points");
  public static final Node POINTS_NEEDED = chy("pointsNeeded");
  public static final Node SPEAKS_FOR = chy("speaksFor");
  public static final Node SPEAKS_AGAINST = chy("speaksAgainst");
  public static final Node REMARK = chy("remark");

  public static final Node TYPE = RDF.type.asNode();
  public static final Node SUBJECT = RDF.subject.asNode();
  public static final Node PREDICATE = RDF.predicate.asNode();
  public static final Node OBJECT = RDF.object.asNode();
  public static final Node WAS_DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

  private Terms() {}

  /** The term of the ontology with that name. */
  public static Node chy(String localName) {
    return NodeFactory.createURI(Chy.NS + localName);
  }

  /** The term for what a claim may state. */
  public static Node of(Predicate predicate) {
    return NodeFactory.createURI(predicate.iri());
  }
}
