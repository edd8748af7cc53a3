package org.chancery.link;

/** What a predicate of others tells; see {@code ontology/links/vocabulary.tsv}. */
enum Role {
  NAME,
  ALIAS,
  TYPE,
  SUBTYPE,
  COUNTRY,
  OFFICE,
  STATEMENT,
  HELD,
  START,
  END,
  DAY,
  PLACE,
  GEONAMES,
  POINT,
  LATITUDE,
  LONGITUDE
}
