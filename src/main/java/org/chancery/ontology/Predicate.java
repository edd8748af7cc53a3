package org.chancery.ontology;

import java.util.Arrays;
import java.util.Optional;

/**
 * The properties that a claim may state. Their signatures stand in {@code ontology/chancery.ttl}.
 */
public enum Predicate {
  HOLDS_OFFICE("holdsOffice"),
  REPRESENTS("represents"),
  OFFICE_OF("officeOf"),
  SIGNS("signs"),
  SIGNED_IN("signedIn"),
  SIGNED_ON("signedOn"),
  HOSTED_IN("hostedIn"),
  HOSTED_BY("hostedBy"),
  HELD_ON("heldOn"),
  ENDED_ON("endedOn"),
  ATTENDS("attends"),
  MEETS_WITH("meetsWith"),
  VISITS("visits"),
  SPEAKER("speaker"),
  TEXT("text"),
  DISCUSSES("discusses"),
  PART_OF("partOf");

  private final String localName;

  Predicate(String localName) {
    this.localName = localName;
  }

  /** The property's local name, such as {@code holdsOffice}. */
  public String localName() {
    return localName;
  }

  /** The property's IRI. */
  public String iri() {
    return Chy.NS + localName;
  }

  /** The predicate with that local name, if there is one. */
  public static Optional<Predicate> named(String localName) {
    return Arrays.stream(values()).filter(p -> p.localName.equals(localName)).findFirst();
  }
}
