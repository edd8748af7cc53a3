package org.chancery.resolution;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What may speak for or against two nodes being one thing. What each says, and how much it weighs
 * for which kind of thing, stands in {@code ontology/resolution/evidence.tsv}.
 */
enum Evidence {
  NAME_FULL,
  NAME_VARIANT,
  NAME_TURNED,
  NAME_PARTIAL,
  NAME_FAMILIAR,
  NAME_SURNAME,
  NAME_FAMILY,
  SAME_NAME,
  SAME_WORDS,
  LIKE_NAME,
  DIFFERENT_NAME,
  GOES_BY_ACRONYM,
  GOES_BY_SHORT_FORM,
  SAME_INITIALS,
  SAME_KIND,
  DIFFERENT_KIND,
  SAME_SUBJECT,
  DIFFERENT_SUBJECT,
  DIFFERENT_ROUND,
  SAME_YEAR,
  SAME_TITLE,
  LIKE_TITLE,
  DIFFERENT_TITLE,
  BARE_TITLE,
  SAME_SERVICE,
  RELATED_SERVICE,
  DIFFERENT_SERVICE,
  SAME_OFFICE,
  LIKE_OFFICE,
  DIFFERENT_OFFICE,
  OTHER_OFFICE,
  SAME_HOLDER,
  OTHER_HOLDERS,
  SAME_COUNTRY,
  DIFFERENT_COUNTRY,
  SAME_CITY,
  DIFFERENT_CITY,
  DIFFERENT_NUMBER,
  SHARED_PARTY,
  SHARED_PARTIES,
  SAME_PARTIES,
  OTHER_PARTIES,
  SAME_OCCASION,
  SAME_DAYS,
  NEXT_DAYS,
  DIFFERENT_DAYS,
  NEAR_DAYS,
  FAR_DAYS,
  ONE_ARTICLE;

  /** As the table writes it: {@code name-full}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Evidence> of(String word) {
    return Arrays.stream(values()).filter(evidence -> evidence.word().equals(word)).findFirst();
  }
}
