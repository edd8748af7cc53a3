package org.chancery.ontology;

/** The classes whose members articles speak of. */
public enum EntityType {
  OFFICIAL("Official"),
  OFFICE("Office"),
  ORGANIZATION("Organization"),
  COUNTRY("Country"),
  CITY("City"),
  PLACE("Place"),
  AGREEMENT("Agreement"),
  MEETING("Meeting"),
  QUOTATION("Quotation"),
  TOPIC("Topic");

  private final String localName;

  EntityType(String localName) {
    this.localName = localName;
  }

  /** The class's local name in {@code ontology/chancery.ttl}, such as {@code Official}. */
  public String localName() {
    return localName;
  }

  /** The class's IRI. */
  public String iri() {
    return Chy.NS + localName;
  }
}
