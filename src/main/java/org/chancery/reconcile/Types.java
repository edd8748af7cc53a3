package org.chancery.reconcile;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.chancery.catalogue.Kind;
import org.chancery.ontology.Chy;

/** The classes of the ontology as types of the service: an IRI each, also taken by local name. */
final class Types {
  /** Wider than all kinds but the articles. */
  static final String ENTITY = Chy.NS + "Entity";

  /** Without articles, which nobody means who names no type. */
  static final Set<Kind> ENTITIES = EnumSet.complementOf(EnumSet.of(Kind.ARTICLE));

  private Types() {}

  static String id(Kind kind) {
    return Chy.NS + kind.className();
  }

  /** The kind whose class is written like this, if it is one. */
  static Optional<Kind> kind(String type) {
    String name = localName(type);
    return Arrays.stream(Kind.values()).filter(kind -> kind.className().equals(name)).findFirst();
  }

  /** The kinds that belong to a type; none if it is no type of ours. */
  static Set<Kind> kinds(String type) {
    if (localName(type).equals("Entity")) {
      return ENTITIES;
    }
    return kind(type).<Set<Kind>>map(EnumSet::of).orElseGet(Set::of);
  }

  private static String localName(String type) {
    if (type.startsWith(Chy.NS)) {
      return type.substring(Chy.NS.length());
    }
    return type.startsWith("chy:") ? type.substring("chy:".length()) : type;
  }
}
