package org.chancery.ontology;

/** Whether a claim is stated as so. Only {@link #ASSERTED} claims become direct triples. */
public enum Status {
  /** Stated as having happened or being in force. */
  ASSERTED("Asserted"),
  /** Announced, expected, to be concluded. */
  PLANNED("Planned"),
  /** Said not to be so, or denied by someone. */
  DENIED("Denied"),
  /** Urged, sought, discussed, hypothetical, rumoured. */
  POSSIBLE("Possible"),
  /** Was so, and is no longer. */
  FORMER("Former");

  private final String localName;

  Status(String localName) {
    this.localName = localName;
  }

  /** The IRI of the status in {@code ontology/chancery.ttl}. */
  public String iri() {
    return Chy.NS + localName;
  }
}
