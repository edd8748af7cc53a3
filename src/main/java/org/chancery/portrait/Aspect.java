package org.chancery.portrait;

import java.util.List;
import org.chancery.ontology.Predicate;

/**
 * A relation seen from one of its ends.
 *
 * @param predicate of the relation
 * @param end where the thing portrayed stands
 * @param title of the section with what stands at the other end
 */
record Aspect(Predicate predicate, End end, String title) {
  enum End {
    SUBJECT,
    OBJECT,
    EITHER
  }

  /** In the order in which sections follow each other, whatever the thing is. */
  static final List<Aspect> ALL =
      List.of(
          as(Predicate.TEXT, End.SUBJECT, "Words"),
          as(Predicate.SPEAKER, End.SUBJECT, "Said by"),
          as(Predicate.HOLDS_OFFICE, End.SUBJECT, "Offices"),
          as(Predicate.HOLDS_OFFICE, End.OBJECT, "Holders"),
          as(Predicate.REPRESENTS, End.SUBJECT, "Represents"),
          as(Predicate.OFFICE_OF, End.SUBJECT, "Serves"),
          as(Predicate.HELD_ON, End.SUBJECT, "Held on"),
          as(Predicate.ENDED_ON, End.SUBJECT, "Ended on"),
          as(Predicate.HOSTED_IN, End.SUBJECT, "Held in"),
          as(Predicate.HOSTED_BY, End.SUBJECT, "Hosted by"),
          as(Predicate.SIGNED_ON, End.SUBJECT, "Signed on"),
          as(Predicate.SIGNED_IN, End.SUBJECT, "Signed in"),
          as(Predicate.SIGNS, End.OBJECT, "Signatories"),
          as(Predicate.ATTENDS, End.OBJECT, "Who attended"),
          as(Predicate.DISCUSSES, End.SUBJECT, "Topics"),
          as(Predicate.PART_OF, End.SUBJECT, "Lies in"),
          as(Predicate.SIGNS, End.SUBJECT, "Agreements signed"),
          as(Predicate.ATTENDS, End.SUBJECT, "Meetings attended"),
          as(Predicate.MEETS_WITH, End.EITHER, "Met with"),
          as(Predicate.VISITS, End.SUBJECT, "Visits to"),
          as(Predicate.HOSTED_IN, End.OBJECT, "Meetings held here"),
          as(Predicate.HOSTED_BY, End.OBJECT, "Meetings hosted"),
          as(Predicate.SIGNED_IN, End.OBJECT, "Agreements signed here"),
          as(Predicate.VISITS, End.OBJECT, "Visitors"),
          as(Predicate.DISCUSSES, End.OBJECT, "Discussed by"),
          as(Predicate.REPRESENTS, End.OBJECT, "Represented by"),
          as(Predicate.OFFICE_OF, End.OBJECT, "Offices that serve it"),
          as(Predicate.PART_OF, End.OBJECT, "Cities and places in it"),
          as(Predicate.SPEAKER, End.OBJECT, "Quotations"));

  private static Aspect as(Predicate predicate, End end, String title) {
    return new Aspect(predicate, end, title);
  }

  /** Names the section in addresses. */
  String id() {
    return end == End.OBJECT ? predicate.localName() + "-of" : predicate.localName();
  }
}
