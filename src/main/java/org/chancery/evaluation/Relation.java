package org.chancery.evaluation;

import java.util.Arrays;
import java.util.Optional;

/** The relations that a gold standard annotates, in the order of the table. */
public enum Relation {
  HOLDS_OFFICE("holdsOffice", true),
  REPRESENTS("represents", false),
  SIGNS("signs", true),
  SIGNED_IN("signedIn", false),
  SIGNED_ON("signedOn", false),
  HOSTED_IN("hostedIn", true),
  HELD_ON("heldOn", false),
  ATTENDS("attends", false),
  MEETS_WITH("meetsWith", false),
  VISITS("visits", false),
  /** Quotations: in the graph a speaker and a text, in the gold standard one line. */
  SAYS("says", false);

  private final String label;
  private final boolean headline;

  Relation(String label, boolean headline) {
    this.label = label;
    this.headline = headline;
  }

  /** Its name in gold files, and that of its property but for {@link #SAYS}. */
  public String label() {
    return label;
  }

  /** Whether it counts for the line HEADLINE. */
  public boolean headline() {
    return headline;
  }

  static Optional<Relation> named(String label) {
    return Arrays.stream(values()).filter(relation -> relation.label.equals(label)).findFirst();
  }
}
