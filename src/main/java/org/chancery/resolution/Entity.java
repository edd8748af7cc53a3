package org.chancery.resolution;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chancery.ontology.EntityType;

/**
 * The thing named: one IRI across all articles.
 *
 * @param label the best name over all articles; for a quotation its words
 * @param altLabels every other form in use in any article, in natural order
 */
public record Entity(String iri, EntityType type, String label, SortedSet<String> altLabels) {
  public Entity {
    altLabels = Collections.unmodifiableSortedSet(new TreeSet<>(altLabels));
  }
}
