package org.chancery.link;

/** What may speak for a candidate; see {@code ontology/links/weights.tsv}. */
enum Feature {
  NAME,
  COUNTRY,
  OFFICE,
  NEAR,
  DAY,
  PLACE
}
