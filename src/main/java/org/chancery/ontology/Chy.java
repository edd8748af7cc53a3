package org.chancery.ontology;

/** The names that everything else hangs on. */
public final class Chy {
  /** The ontology's IRI, and the name of its graph. */
  public static final String ONTOLOGY = "https://w3id.org/chancery/ontology";

  /** Namespace of the ontology, prefix {@code chy:}. */
  public static final String NS = ONTOLOGY + "#";

  /** Namespace of the extraction rules, prefix {@code rule:}. */
  public static final String RULES = "https://w3id.org/chancery/rule#";

  /** Where entities get their IRIs unless {@code --base} says otherwise. */
  public static final String DEFAULT_BASE = "https://w3id.org/chancery/id/";

  private Chy() {}
}
