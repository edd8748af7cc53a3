package org.chancery.claims;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.analysis.Parse;
import org.chancery.analysis.Unit;
import org.chancery.ontology.Status;
import org.chancery.ontology.Table;
import org.chancery.ontology.VerbClasses;
import org.chancery.ontology.WordLists;

/**
 * Tells whether an event is stated as done: walks from the event to the root of the sentence and
 * gathers what takes it out of the asserted (modals, negation, verbs of planning and denying,
 * conditions). Cues stand in {@code ontology/lexicons/cues.tsv}.
 */
final class StatusReader {
  private enum How {
    MODAL,
    NEGATION,
    GOVERNOR,
    CONTENT,
    OPINION,
    PASSIVE,
    CAUSATIVE,
    INFINITIVE,
    ARGUMENT,
    MODIFIER,
    MARK
  }

  private static final Set<String> CLAUSAL =
      Set.of(
          "xcomp",
          "ccomp",
          "acl",
          "advcl",
          "csubj",
          "csubj:pass",
          "nsubj",
          "nsubj:pass",
          "obj",
          "dep",
          "obl",
          "nmod",
          "aux");

  private static final Set<String> TIME_CLAUSE = WordLists.load().require("time-clause");

  private static final Set<String> GOALS = WordLists.load().require("goal-preposition");

  private static final Set<String> SCENE = WordLists.load().require("scene-preposition");

  private static final Set<String> SETTLED = WordLists.load().require("settled-scene");

  private final VerbClasses verbs = VerbClasses.load();
  private final Map<How, Map<String, Status>> cues = new HashMap<>();

  StatusReader() {
    for (Table.Row row : Table.load("ontology/lexicons/cues.tsv").rows()) {
      cues.computeIfAbsent(row.get("how", How.class), how -> new HashMap<>())
          .put(row.get("cue"), row.get("status", Status.class));
    }
  }

  /** What the auxiliaries, the negation and the conjunction of a clause alone tell of its verb. */
  Status ofClause(Parse parse, int verb) {
    return around(parse, verb).status();
  }

  /**
   * The status of an event.
   *
   * @param event 0-based index of the event's unit
   * @param purpose what it is if it is only the purpose of something that was done
   */
  Judgement read(Parse parse, int event, Optional<Status> purpose) {
    Judgement status = ClauseShape.read(parse, event);
    Set<Integer> seen = new HashSet<>();
    int at = event;
    boolean sharesAuxiliaries = false;
    boolean ownClause = false;
    while (seen.add(at)) {
      if (seen.size() == 1 || sharesAuxiliaries) {
        status = status.and(around(parse, at));
      } else if (!ownClause) {
        status = status.and(negatedAt(parse, at));
      }
      sharesAuxiliaries = false;
      ownClause = false;
      Optional<Parse.Edge> up = parse.governor(at);
      if (up.isEmpty() || up.get().governor() < 0) {
        // a headline's "Minister to visit Oslo"
        boolean bare = parse.units().get(at).tag().equals("VB") || isBareVerb(parse, at);
        boolean infinitive = bare && hasMark(parse, at, "to");
        status = infinitive ? status.and(planned("an infinitive at the root", at)) : status;
        break;
      }
      String relation = up.get().relation();
      int governor = up.get().governor();
      if (relation.equals("acl:relcl")
          || relation.equals("parataxis")
          || relation.equals("appos")) {
        status = status.and(content(parse, at, governor)).and(soughtFor(parse, governor));
        break;
      }
      if (isReducedRelative(parse, at, relation)) {
        // "will publish the treaty signed by Chile": what is said of the treaty leaves its signing
        status = status.and(governorCue(parse, governor, relation).orElse(Judgement.ASSERTED));
        status = status.and(causedBy(parse, governor));
        break;
      }
      if (relation.equals("conj")) {
        // "will travel to A and meet B": a bare verb shares the auxiliaries of the first
        sharesAuxiliaries =
            isBareVerb(parse, at) || !hasSubject(parse, at) && sameForm(parse, at, governor);
        // "did not wait and signed"
        ownClause = !sharesAuxiliaries && parse.units().get(at).tag().equals("VBD");
      } else if (relation.equals("advcl") && hasMark(parse, at, "to")) {
        boolean came =
            verbs.contains("travel", parse.units().get(governor).lemma())
                || verbs.contains("arrive", parse.units().get(governor).lemma())
                || verbs.contains("meet", parse.units().get(governor).lemma())
                || verbs.contains("visit", parse.units().get(governor).lemma())
                || !parse.units().get(governor).tag().startsWith("VB");
        came &= !isUnderWay(parse, governor);
        Status meant = purpose.orElse(came ? Status.ASSERTED : Status.PLANNED);
        status = status.and(Judgement.of(Cue.construction("only a purpose: \"to …\"", at, meant)));
        status = status.and(around(parse, governor)).and(nounBeforeInfinitive(parse, at));
      } else if (relation.equals("acl") && hasMark(parse, at, "to")) {
        status =
            status.and(
                governorCue(parse, governor, relation)
                    .orElseGet(() -> planned("noun with \"to …\"", governor)));
      } else if (isPresentInTimeClause(parse, at, relation)) {
        status = status.and(planned("present in a clause of time", at));
      } else if ((relation.equals("advcl") || relation.equals("obl"))
          && opens(parse, at, SETTLED)) {
        // "refused to comment after signing": what is denied of the rest leaves the scene
        return status.and(modalAt(parse, governor)).and(above(parse, governor));
      } else if (relation.equals("advcl")
          && opens(parse, at, SCENE)
          && !parse.units().get(governor).tag().startsWith("JJ")) {
        status = status.and(modalAt(parse, governor));
      } else if (CLAUSAL.contains(relation)) {
        status = status.and(clausal(parse, at, governor, relation, seen.size() == 1));
      }
      at = governor;
    }
    return status;
  }

  private Judgement clausal(Parse parse, int at, int governor, String relation, boolean first) {
    Judgement status = Judgement.ASSERTED;
    if (first && parse.units().get(at).tag().startsWith("NN")) {
      status = status.and(future(parse, governor));
    }
    boolean scene =
        opens(parse, at, SCENE)
            && !relation.equals("xcomp")
            && !relation.equals("ccomp")
            && !relation.equals("nmod")
            && !parse.units().get(governor).tag().startsWith("JJ");
    if (relation.equals("obl") && opens(parse, at, GOALS)) {
      // "invited them to a summit", "called for talks"
      String lemma = parse.units().get(governor).lemma();
      status = status.and(cue(How.GOVERNOR, lemma, governor).orElse(Judgement.ASSERTED));
    } else if (!scene && !isAdjunct(parse, at, relation)) {
      status = status.and(governorCue(parse, governor, relation).orElse(Judgement.ASSERTED));
    }
    if (relation.equals("obl") && !parse.units().get(governor).tag().startsWith("VB")) {
      // "ahead of the talks"
      status =
          status.and(cue(How.MARK, word(parse, governor), governor).orElse(Judgement.ASSERTED));
    }
    if (relation.equals("xcomp")
        || relation.equals("ccomp")
        || relation.equals("obj")
        || relation.equals("nsubj")) {
      status = status.and(around(parse, governor));
    } else if (relation.equals("obl") && opens(parse, at, SCENE)) {
      status = status.and(modalAt(parse, governor));
    }
    if (relation.equals("xcomp") || relation.equals("ccomp") || relation.equals("acl")) {
      status = status.and(opinion(parse, governor)).and(content(parse, at, governor));
    }
    if (relation.equals("ccomp")) {
      status = status.and(source(parse, governor));
    }
    if (hasMark(parse, at, "to") && isUnderWay(parse, governor)) {
      // "travels to Oslo to attend": not there yet
      status = status.and(planned("the purpose of a journey under way", at));
    }
    if (hasMark(parse, at, "to")) {
      String lemma = parse.units().get(governor).lemma();
      status = status.and(cue(How.INFINITIVE, lemma, governor).orElse(Judgement.ASSERTED));
    }
    return status.and(nounBeforeInfinitive(parse, at));
  }

  /** Whether somebody is told to travel now. */
  private boolean isUnderWay(Parse parse, int verb) {
    Unit unit = parse.units().get(verb);
    return unit.tag().matches("VBZ|VBP|VBG")
        && (verbs.contains("travel", unit.lemma()) || verbs.contains("visit", unit.lemma()));
  }

  /** What the clauses above a scene say of it, but for what they deny. */
  private Judgement above(Parse parse, int at) {
    Judgement above = read(parse, at, Optional.empty());
    return above.status() == Status.DENIED ? Judgement.ASSERTED : above;
  }

  /** "is said to have signed", "seems to have signed", "believes that Chile signed". */
  private Judgement opinion(Parse parse, int governor) {
    String lemma = parse.units().get(governor).lemma();
    Optional<Judgement> opinion =
        cue(How.OPINION, lemma, governor)
            .filter(cue -> parse.units().get(governor).tag().startsWith("VB"));
    boolean passive =
        parse.dependents(governor).stream().anyMatch(edge -> edge.relation().endsWith(":pass"));
    return opinion
        .or(() -> passive ? cue(How.PASSIVE, lemma, governor) : Optional.empty())
        .orElse(Judgement.ASSERTED);
  }

  /** "reports that Chile signed the treaty": a noun whose content nobody vouches for. */
  private Judgement content(Parse parse, int at, int governor) {
    Unit noun = parse.units().get(governor);
    // of a relative clause "that" would be the object: "the reports that Chile signed"
    boolean complete =
        parse.dependents(at).stream()
            .anyMatch(
                edge ->
                    edge.relation().startsWith("ob")
                        && !parse.units().get(edge.dependent()).word().equals("that"));
    return noun.tag().startsWith("NN") && noun.kind().equals("O") && complete
        ? cue(How.CONTENT, noun.lemma(), governor).orElse(Judgement.ASSERTED)
        : Judgement.ASSERTED;
  }

  /** "hailed plans to sign": the parser gives the infinitive to the verb at times. */
  private Judgement nounBeforeInfinitive(Parse parse, int at) {
    for (Parse.Edge edge : parse.dependents(at)) {
      int mark = edge.dependent();
      if (edge.relation().equals("mark")
          && parse.units().get(mark).word().equals("to")
          && mark > 0
          && parse.units().get(mark - 1).tag().startsWith("NN")) {
        String lemma = parse.units().get(mark - 1).lemma();
        return cue(How.GOVERNOR, lemma, mark - 1)
            .or(() -> cue(How.CONTENT, lemma, mark - 1))
            .orElse(Judgement.ASSERTED);
      }
    }
    return Judgement.ASSERTED;
  }

  /** "the treaty signed by Chile" */
  private static boolean isReducedRelative(Parse parse, int at, String relation) {
    String tag = parse.units().get(at).tag();
    return relation.equals("acl")
        && (tag.equals("VBN") || tag.equals("VBD"))
        && !hasMark(parse, at, "to");
  }

  /** "wants the treaty signed": not a treaty that was signed. */
  private Judgement causedBy(Parse parse, int noun) {
    return parse
        .governor(noun)
        .filter(up -> up.relation().equals("obj"))
        .flatMap(up -> cue(How.CAUSATIVE, parse.units().get(up.governor()).lemma(), up.governor()))
        .orElse(Judgement.ASSERTED);
  }

  /** "hard to find a treaty that Chile signed": whether there is one stays open. */
  private Judgement soughtFor(Parse parse, int noun) {
    return parse
        .governor(noun)
        .filter(up -> up.governor() >= 0)
        .filter(up -> verbs.contains("lookfor", parse.units().get(up.governor()).lemma()))
        .map(up -> read(parse, up.governor(), Optional.empty()))
        .orElse(Judgement.ASSERTED);
  }

  /** What the words before an argument say of its part: "neither Peru nor Chile". */
  Judgement ofArgument(Parse parse, int at) {
    int before = at - 1;
    while (before > 0
        && parse.units().get(before).tag().matches("DT|IN|TO")
        && cue(How.ARGUMENT, word(parse, before), before).isEmpty()) {
      before--;
    }
    return before < 0
        ? Judgement.ASSERTED
        : cue(How.ARGUMENT, word(parse, before), before).orElse(Judgement.ASSERTED);
  }

  private static String word(Parse parse, int at) {
    return parse.units().get(at).word().toLowerCase(Locale.ROOT);
  }

  /** Whether a verb says that something is to come: what it speaks of is to come too. */
  private Judgement future(Parse parse, int verb) {
    Judgement status = Judgement.ASSERTED;
    for (Parse.Edge edge : parse.dependents(verb)) {
      String word = parse.units().get(edge.dependent()).word().toLowerCase(Locale.ROOT);
      if (edge.relation().startsWith("aux")
          && cue(How.MODAL, word, verb).filter(cue -> cue.status() == Status.PLANNED).isPresent()) {
        status = cue(How.MODAL, word, verb).orElseThrow();
      }
    }
    return status;
  }

  /** "when it hosts the summit": the present of a time clause lies ahead. */
  private static boolean isPresentInTimeClause(Parse parse, int at, String relation) {
    String tag = parse.units().get(at).tag();
    boolean present = tag.equals("VBZ") || tag.equals("VBP");
    return relation.equals("advcl")
        && present
        && parse.dependents(at).stream()
            .map(edge -> parse.units().get(edge.dependent()).word().toLowerCase(Locale.ROOT))
            .anyMatch(TIME_CLAUSE::contains);
  }

  /**
   * What the words inside a description take back: "draft accord", "no agreement".
   *
   * @param at 0-based index of the description's unit
   */
  Judgement ofDescription(String determiner, String words, int at) {
    if (determiner.equals("no") || determiner.equals("any")) {
      Status status = determiner.equals("no") ? Status.DENIED : Status.POSSIBLE;
      return Judgement.of(new Cue(determiner, "determiner", at, status));
    }
    Judgement status = Judgement.ASSERTED;
    for (String word : words.toLowerCase(Locale.ROOT).split("[ -]", -1)) {
      Optional<Judgement> cue = cue(How.MODIFIER, word, at);
      if (cue.isPresent()) {
        status = status.and(cue.get());
      }
    }
    return status;
  }

  private Optional<Judgement> governorCue(Parse parse, int governor, String relation) {
    Unit unit = parse.units().get(governor);
    Optional<Judgement> cue =
        particle(parse, governor)
            .flatMap(particle -> cue(How.GOVERNOR, unit.lemma() + " " + particle, governor))
            .or(() -> cue(How.GOVERNOR, unit.lemma(), governor));
    boolean nominalRole = relation.equals("obl") || relation.equals("nsubj");
    if (cue.isPresent()
        && nominalRole
        && cue.get().status() != Status.DENIED
        && !relation.startsWith("nsubj:")) {
      return Optional.empty();
    }
    return cue;
  }

  /** The "off" of "call off". */
  private static Optional<String> particle(Parse parse, int verb) {
    return parse.dependents(verb).stream()
        .filter(edge -> edge.relation().equals("compound:prt"))
        .map(edge -> word(parse, edge.dependent()))
        .findFirst();
  }

  /** Auxiliaries, negation, conjunctions and adjectives at one word. */
  private Judgement around(Parse parse, int at) {
    Judgement status = isToBe(parse, at) ? planned("is to", at) : Judgement.ASSERTED;
    for (Parse.Edge edge : parse.dependents(at)) {
      Unit unit = parse.units().get(edge.dependent());
      String lemma = unit.lemma().toLowerCase(Locale.ROOT);
      String word = unit.word().toLowerCase(Locale.ROOT);
      String relation = edge.relation();
      if (relation.startsWith("aux")) {
        status =
            status.and(
                cue(How.MODAL, word, at)
                    .or(() -> cue(How.MODAL, lemma, at))
                    .orElse(Judgement.ASSERTED));
      }
      if (relation.equals("advmod")
          || relation.equals("neg")
          || relation.equals("det")
          || relation.equals("cc")
          || relation.equals("cc:preconj")) {
        status =
            status.and(
                negation(parse, edge.dependent(), at)
                    .or(() -> cue(How.NEGATION, lemma, at))
                    .orElse(Judgement.ASSERTED));
      }
      if (relation.equals("mark") || relation.equals("advmod") || relation.equals("case")) {
        status = status.and(cue(How.MARK, word, at).orElse(Judgement.ASSERTED));
      }
      if (relation.equals("obl") && cues.getOrDefault(How.CONTENT, Map.of()).containsKey(lemma)) {
        // "according to unconfirmed reports"
        status = status.and(described(parse, edge.dependent()));
      }
      if (relation.equals("amod") || relation.equals("nmod:poss")) {
        status = status.and(cue(How.MODIFIER, word, at).orElse(Judgement.ASSERTED));
      }
      boolean verb = parse.units().get(at).tag().startsWith("VB");
      if (verb && (relation.equals("discourse") || relation.equals("case"))) {
        // "had been due to sign", "Suppose Chile signed": taken for small words
        status = status.and(cue(How.GOVERNOR, lemma, at).orElse(Judgement.ASSERTED));
      }
    }
    return status;
  }

  /** "an unconfirmed report said that Chile signed" */
  private Judgement source(Parse parse, int verb) {
    Map<String, Status> contents = cues.getOrDefault(How.CONTENT, Map.of());
    return parse.dependents(verb).stream()
        .filter(edge -> edge.relation().startsWith("nsubj"))
        .filter(edge -> contents.containsKey(parse.units().get(edge.dependent()).lemma()))
        .map(edge -> described(parse, edge.dependent()))
        .reduce(Judgement.ASSERTED, Judgement::and);
  }

  /** What the adjectives of a noun say. */
  private Judgement described(Parse parse, int noun) {
    return parse.dependents(noun).stream()
        .filter(edge -> edge.relation().equals("amod"))
        .flatMap(edge -> cue(How.MODIFIER, word(parse, edge.dependent()), noun).stream())
        .reduce(Judgement.ASSERTED, Judgement::and);
  }

  /** "is to sign", "was to be held": told as arranged, whatever came of it. */
  private static boolean isToBe(Parse parse, int at) {
    boolean finite = false;
    for (Parse.Edge edge : parse.dependents(at)) {
      Unit unit = parse.units().get(edge.dependent());
      String relation = edge.relation();
      if (unit.lemma().equals("be") && (relation.startsWith("aux") || relation.equals("cop"))) {
        finite |= !unit.tag().equals("VB");
      } else if (finite && relation.equals("mark") && unit.word().equals("to")) {
        return edge.dependent() < at;
      }
    }
    return false;
  }

  /** "Speaking at the conference, she called for …": what is called for is something else. */
  private static boolean isAdjunct(Parse parse, int at, String relation) {
    String tag = parse.units().get(at).tag();
    return relation.equals("advcl")
        && (tag.equals("VBG") || tag.equals("VBN"))
        // "accused of signing", "close to signing"
        && parse.dependents(at).stream()
            .noneMatch(edge -> edge.relation().equals("case") || edge.relation().equals("mark"));
  }

  /** Whether it says where or when its verb happens: "at the conference", "after meeting X". */
  private static boolean opens(Parse parse, int at, Set<String> openers) {
    return parse.dependents(at).stream()
        .filter(edge -> edge.relation().equals("case") || edge.relation().equals("mark"))
        .anyMatch(edge -> openers.contains(parse.units().get(edge.dependent()).lemma()));
  }

  /** "will speak at the conference": not held yet. "could not agree at the conference" was. */
  private Judgement modalAt(Parse parse, int at) {
    return negatedAt(parse, at).isAsserted() ? around(parse, at) : Judgement.ASSERTED;
  }

  private Judgement negatedAt(Parse parse, int at) {
    Judgement status = Judgement.ASSERTED;
    for (Parse.Edge edge : parse.dependents(at)) {
      if (edge.relation().equals("advmod") || edge.relation().equals("neg")) {
        status = status.and(negation(parse, edge.dependent(), at).orElse(Judgement.ASSERTED));
      }
    }
    return status;
  }

  /** What a word says, alone or with the next: "instead of signing" is none, "instead" is. */
  private Optional<Judgement> negation(Parse parse, int word, int at) {
    return cue(How.NEGATION, word(parse, word), at)
        .or(
            () ->
                word + 1 < parse.units().size()
                    ? cue(How.NEGATION, word(parse, word) + " " + word(parse, word + 1), at)
                    : Optional.empty());
  }

  private static boolean isBareVerb(Parse parse, int at) {
    boolean bare =
        parse.units().get(at).tag().equals("VB")
            || auxiliaries(parse, at).anyMatch(unit -> unit.tag().equals("VB"));
    return bare && !hasOwnAuxiliary(parse, at);
  }

  private static boolean sameForm(Parse parse, int one, int other) {
    return parse.units().get(one).tag().equals(parse.units().get(other).tag())
        && !hasOwnAuxiliary(parse, one);
  }

  private static Stream<Unit> auxiliaries(Parse parse, int at) {
    return parse.dependents(at).stream()
        .filter(edge -> edge.relation().startsWith("aux"))
        .map(edge -> parse.units().get(edge.dependent()));
  }

  /** A bare "be" ("and be received") is none: the modal before it counts. */
  private static boolean hasOwnAuxiliary(Parse parse, int at) {
    return auxiliaries(parse, at).anyMatch(unit -> !unit.tag().equals("VB"));
  }

  private static boolean hasSubject(Parse parse, int at) {
    return parse.dependents(at).stream().anyMatch(edge -> edge.relation().startsWith("nsubj"));
  }

  private static boolean hasMark(Parse parse, int at, String mark) {
    List<Parse.Edge> edges = parse.dependents(at);
    return edges.stream()
        .anyMatch(
            edge ->
                edge.relation().equals("mark")
                    && parse.units().get(edge.dependent()).word().equalsIgnoreCase(mark));
  }

  private static Judgement planned(String construction, int at) {
    return Judgement.of(Cue.construction(construction, at, Status.PLANNED));
  }

  private Optional<Judgement> cue(How how, String word, int at) {
    return Optional.ofNullable(cues.getOrDefault(how, Map.of()).get(word))
        .map(
            status -> Judgement.of(new Cue(word, how.name().toLowerCase(Locale.ROOT), at, status)));
  }

  /**
   * The one that says less: denied before possible before planned before former before asserted.
   */
  static Status weaker(Status one, Status other) {
    return strength(one) <= strength(other) ? one : other;
  }

  private static int strength(Status status) {
    return switch (status) {
      case DENIED -> 0;
      case POSSIBLE -> 1;
      case PLANNED -> 2;
      case FORMER -> 3;
      case ASSERTED -> 4;
    };
  }
}
