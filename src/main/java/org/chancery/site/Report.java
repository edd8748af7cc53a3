package org.chancery.site;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/**
 * One thing said of another in one status, however many articles say it.
 *
 * @param articles how many do, at least one
 * @param published the days of those articles, of which days are known
 */
record Report(
    Node subject,
    Predicate relation,
    Node object,
    Status status,
    int articles,
    Optional<Period> published) {

  /**
   * Days from one to another.
   *
   * @param last not before the first
   */
  record Period(LocalDate first, LocalDate last) {
    static Period of(LocalDate one, LocalDate other) {
      return one.isAfter(other) ? new Period(other, one) : new Period(one, other);
    }

    Period with(Period other) {
      return new Period(
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }

    boolean meets(Optional<LocalDate> from, Optional<LocalDate> to) {
      return from.map(day -> !last.isBefore(day)).orElse(true)
          && to.map(day -> !first.isAfter(day)).orElse(true);
    }

    @Override
    public String toString() {
      return first.equals(last) ? first.toString() : first + " to " + last;
    }
  }

  /**
   * An official in an office.
   *
   * @param articles how many report it
   * @param attested from the first to the last day as of which an article reports it
   */
  record Tenure(
      Node official, Node office, boolean acting, int articles, Optional<Period> attested) {}
}
