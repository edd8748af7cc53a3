package org.chancery.claims;

import java.util.List;
import java.util.Map;
import org.chancery.ontology.ExtractionRule;

/**
 * A rule whose pattern matched.
 *
 * @param match for each named node the 0-based index of its unit
 * @param found what came of it; nothing if a role could not be filled
 */
record Attempt(ExtractionRule rule, Map<String, Integer> match, List<Found> found) {
  Attempt {
    found = List.copyOf(found);
  }
}
