package org.chancery.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.analysis.Parse;
import org.chancery.analysis.Unit;
import org.chancery.ontology.Status;
import org.chancery.ontology.WordLists;

/**
 * What the order of its words makes of a clause: a question, or a condition without "if" ("Had
 * Chile signed, …").
 */
final class ClauseShape {
  private static final Set<String> PRESUPPOSING = WordLists.load().require("presupposing-question");
  private static final Set<String> JOINTS =
      Set.of(",", ";", ":", "and", "but", "or", "“", "\"", "``");

  private ClauseShape() {}

  static Judgement read(Parse parse, int event) {
    Optional<Cue> cue = isInverted(parse, event) ? Optional.of(inversion(event)) : Optional.empty();
    return cue.or(() -> isAsked(parse, event) ? Optional.of(question(event)) : Optional.empty())
        .map(Judgement::of)
        .orElse(Judgement.ASSERTED);
  }

  private static Cue inversion(int event) {
    return Cue.construction("the auxiliary before its subject", event, Status.POSSIBLE);
  }

  private static Cue question(int event) {
    return Cue.construction("a question", event, Status.POSSIBLE);
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

  /** Whether the sentence asks for the event itself; "Why did Chile sign?" takes it for granted. */
  private static boolean isAsked(Parse parse, int event) {
    List<Unit> units = parse.units();
    boolean question =
        units.subList(Math.max(0, units.size() - 2), units.size()).stream()
            .anyMatch(unit -> unit.word().equals("?"));
    boolean root = parse.governor(event).map(up -> up.governor() < 0).orElse(true);
    boolean presupposed =
        parse.dependents(event).stream()
            .map(edge -> units.get(edge.dependent()).lemma())
            .anyMatch(PRESUPPOSING::contains);
    return question && root && !presupposed;
  }
}
