package org.chancery.claims;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.ontology.Status;

/**
 * A status, and what speaks for it.
 *
 * @param cues all that takes the event out of the asserted, the nearest to the event first; empty
 *     if the status is asserted
 */
public record Judgement(Status status, List<Cue> cues) {
  static final Judgement ASSERTED = new Judgement(Status.ASSERTED, List.of());

  public Judgement {
    cues = List.copyOf(cues);
  }

  static Judgement of(Cue cue) {
    return cue.status() == Status.ASSERTED ? ASSERTED : new Judgement(cue.status(), List.of(cue));
  }

  boolean isAsserted() {
    return status == Status.ASSERTED;
  }

  /** The status that says less, and the cues of both. */
  Judgement and(Judgement other) {
    if (other.isAsserted()) {
      return this;
    }
    if (isAsserted()) {
      return other;
    }
    return new Judgement(
        StatusReader.weaker(status, other.status),
        Stream.concat(cues.stream(), other.cues.stream()).distinct().toList());
  }

  /** The cues that set the status; the others say no less than they do. */
  public List<Cue> decisive() {
    return cues.stream().filter(cue -> cue.status() == status).toList();
  }
}
