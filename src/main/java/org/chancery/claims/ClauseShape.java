package org.chancery.claims;

import java.util.Set;
import org.chancery.analysis.Parse;
import org.chancery.ontology.Status;

/**
 * What the order of its words makes of a clause: a question, or a condition without "if" ("Had
 * Chile signed, …").
 */
final class ClauseShape {
  private static final Set<String> JOINTS =
      Set.of(",", ";", ":", "and", "but", "or", "“", "\"", "``");

  private ClauseShape() {}

  static Judgement read(Parse parse, int event) {
    return isInverted(parse, event)
        ? Judgement.of(Cue.construction("the auxiliary before its subject", event, Status.POSSIBLE))
        : Judgement.ASSERTED;
  }

  /** "Did Chile sign", "Had Chile signed": not "Never before had Chile signed". */
  private static boolean isInverted(Parse parse, int event) {
    int subject = -1;
    int auxiliary = -1;
    for (Parse.Edge edge : parse.dependents(event)) {
      if (edge.relation().startsWith("nsubj")) {
        subject = edge.dependent();
      } else if (edge.relation().startsWith("aux") && auxiliary < 0) {
        auxiliary = edge.dependent();
      }
    }
    return auxiliary >= 0
        && auxiliary < subject
        && subject < event
        && (auxiliary == 0 || JOINTS.contains(parse.units().get(auxiliary - 1).word()));
  }
}
