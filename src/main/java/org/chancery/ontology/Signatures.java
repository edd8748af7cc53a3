package org.chancery.ontology;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.SchemaDO;
import org.apache.jena.vocabulary.XSD;
import org.chancery.ExitCode;
import org.chancery.UserException;

/** What may stand on either side of each predicate, as {@code ontology/chancery.ttl} has it. */
public final class Signatures {
  /**
   * What one predicate accepts.
   *
   * @param subjects types of subject, at least one
   * @param objects types of object; empty if the object is a literal
   * @param day whether the object is a calendar day
   * @param words whether the object is a string
   */
  public record Signature(
      Set<EntityType> subjects, Set<EntityType> objects, boolean day, boolean words) {
    public Signature {
      subjects = Collections.unmodifiableSet(subjects);
      objects = Collections.unmodifiableSet(objects);
    }

    /** Whether it relates things of these types. */
    public boolean accepts(EntityType subject, EntityType object) {
      return subjects.contains(subject) && objects.contains(object);
    }
  }

  private final Map<Predicate, Signature> byPredicate;

  private Signatures(Map<Predicate, Signature> byPredicate) {
    this.byPredicate = byPredicate;
  }

  /**
   * Reads the signatures of the ontology in the jar.
   *
   * @throws UserException with {@link ExitCode#CONFIG} if a predicate has none
   */
  public static Signatures load() {
    return read(OntologyFile.TERMS.read());
  }

  static Signatures read(Graph terms) {
    Map<Predicate, Signature> byPredicate = new EnumMap<>(Predicate.class);
    for (Predicate predicate : Predicate.values()) {
      byPredicate.put(predicate, read(terms, predicate));
    }
    return new Signatures(byPredicate);
  }

  /** What the predicate accepts. */
  public Signature of(Predicate predicate) {
    Signature signature = byPredicate.get(predicate);
    if (signature == null) {
      throw new AssertionError("no signature for " + predicate);
    }
    return signature;
  }

  private static Signature read(Graph terms, Predicate predicate) {
    Node property = NodeFactory.createURI(predicate.iri());
    Set<EntityType> subjects = EnumSet.noneOf(EntityType.class);
    for (Node type : objects(terms, property, SchemaDO.domainIncludes.asNode())) {
      subjects.add(entityType(predicate, type));
    }
    Set<EntityType> objects = EnumSet.noneOf(EntityType.class);
    boolean day = false;
    boolean words = false;
    for (Node range : objects(terms, property, SchemaDO.rangeIncludes.asNode())) {
      if (range.equals(XSD.date.asNode())) {
        day = true;
      } else if (range.equals(XSD.xstring.asNode())) {
        words = true;
      } else {
        objects.add(entityType(predicate, range));
      }
    }
    if (subjects.isEmpty() || (objects.isEmpty() && !day && !words)) {
      throw malformed(
          predicate, "it needs schema:domainIncludes and schema:rangeIncludes, at least one each");
    }
    return new Signature(subjects, objects, day, words);
  }

  private static Iterable<Node> objects(Graph terms, Node subject, Node property) {
    ExtendedIterator<Node> found =
        terms.find(subject, property, Node.ANY).mapWith(triple -> triple.getObject());
    return found.toList();
  }

  private static EntityType entityType(Predicate predicate, Node type) {
    for (EntityType candidate : EntityType.values()) {
      if (type.isURI() && type.getURI().equals(candidate.iri())) {
        return candidate;
      }
    }
    throw malformed(
        predicate, type + " in its signature is no class of entities, xsd:date or xsd:string");
  }

  private static UserException malformed(Predicate predicate, String problem) {
    return new UserException(
        ExitCode.CONFIG,
        "%s, chy:%s: %s.".formatted(OntologyFile.TERMS.path(), predicate.localName(), problem));
  }
}
