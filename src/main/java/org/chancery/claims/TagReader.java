package org.chancery.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.analysis.Parse;
import org.chancery.analysis.Unit;
import org.chancery.article.Span;
import org.chancery.ontology.Status;
import org.chancery.ontology.VerbClasses;
import org.chancery.ontology.WordLists;

/** Finds the tags of one sentence, and the tag that a quotation in it belongs to. */
final class TagReader {
  /** Nouns for what is said or written: "her statement read". */
  private static final Set<String> UTTERANCES = WordLists.load().require("utterance");

  private static final VerbClasses VERBS = VerbClasses.load();

  private final StatusReader statuses;
  private final Analysis.Read read;
  private final Parse parse;
  private final Discourse discourse;
  private final Map<Integer, SpeechTag> tags = new TreeMap<>();

  TagReader(Analysis.Read read, Parse parse, Discourse discourse, StatusReader statuses) {
    this.statuses = statuses;
    this.read = read;
    this.parse = parse;
    this.discourse = discourse;
    for (Unit unit : parse.units()) {
      if (unit.word().equalsIgnoreCase("according")) {
        addBehind(unit);
      } else if (unit.tag().startsWith("VB")
          && unit.kind().equals("O")
          && !isQuoted(unit.index())) {
        addVerb(unit);
      } else if (unit.word().equals("words") && isCased(unit.index(), "in")) {
        addNoun(unit);
      }
    }
  }

  /** The tags in the order of the sentence. */
  List<SpeechTag> tags() {
    return List.copyOf(tags.values());
  }

  private void addVerb(Unit unit) {
    boolean says = VERBS.contains("say", unit.lemma());
    boolean puts =
        VERBS.contains("sayit", unit.lemma())
            && dependents(unit.index(), "obj").stream()
                .anyMatch(object -> word(object).equals("it") || word(object).equals("this"));
    if (!says && !puts) {
      return;
    }
    if (isAuxiliary(unit.index())) {
      return;
    }
    boolean said = status(unit) == Status.ASSERTED;
    Optional<Integer> subject = subject(unit.index(), new HashSet<>());
    Optional<String> speaker = said ? subject.flatMap(this::speaker) : Optional.empty();
    add(unit, subject, speaker, true);
  }

  /** What governs a clause with its own subject, or a participle, tells nothing of the saying. */
  private Status status(Unit verb) {
    boolean participle =
        verb.tag().equals("VBG")
            && parse
                .governor(verb.index())
                .filter(edge -> edge.relation().equals("dep") || edge.relation().equals("advcl"))
                .isPresent();
    if (participle) {
      return Status.ASSERTED;
    }
    boolean complement =
        parse
            .governor(verb.index())
            .filter(edge -> edge.relation().equals("xcomp") || edge.relation().equals("ccomp"))
            .isPresent();
    return complement && !has(verb.index(), "nsubj")
        ? statuses.read(parse, verb.index(), Optional.empty()).status()
        : statuses.ofClause(parse, verb.index());
  }

  private boolean isAuxiliary(int unit) {
    return parse.governor(unit).filter(edge -> edge.relation().startsWith("aux")).isPresent();
  }

  /** "according to the minister" */
  private void addBehind(Unit accord) {
    parse
        .governor(accord.index())
        .filter(edge -> edge.relation().equals("case") && edge.governor() >= 0)
        .map(Parse.Edge::governor)
        .ifPresent(noun -> add(parse.units().get(noun), Optional.of(noun), speaker(noun), false));
  }

  /** "in the words of the minister", "in her words" */
  private void addNoun(Unit noun) {
    Optional<Integer> owner = owner(noun.index());
    add(noun, owner, owner.flatMap(this::speaker), false);
  }

  private void add(Unit head, Optional<Integer> subject, Optional<String> speaker, boolean verb) {
    Unit other = subject.map(unit -> parse.units().get(unit)).orElse(head);
    Span evidence =
        read.sentence().span(Math.min(head.from(), other.from()), Math.max(head.to(), other.to()));
    Span at = read.sentence().span(head.from(), head.to());
    tags.put(head.index(), new SpeechTag(head.index(), at, speaker, evidence, verb));
  }

  /** Who does the saying that a verb tells of. */
  private Optional<Integer> subject(int verb, Set<Integer> seen) {
    if (!seen.add(verb)) {
      return Optional.empty();
    }
    boolean passive = has(verb, "aux:pass") || has(verb, "nsubj:pass");
    boolean cites = VERBS.contains("cite", parse.units().get(verb).lemma());
    List<Integer> subjects = dependents(verb, "nsubj");
    if (cites) {
      // "X was quoted as saying", "quoting X"
      return first(passive ? dependents(verb, "nsubj:pass") : dependents(verb, "obj"));
    }
    if (passive || parse.units().get(verb).tag().equals("VBN") && subjects.isEmpty()) {
      Optional<Integer> agent =
          dependents(verb, "obl").stream().filter(unit -> isCased(unit, "by")).findFirst();
      if (passive || agent.isPresent()) {
        return agent;
      }
    }
    // the parser takes "The bridge, the minister said, was …" for two subjects
    Optional<Integer> own =
        subjects.stream().filter(unit -> !isQuoted(unit)).reduce((one, other) -> other);
    if (own.isPresent()) {
      return own;
    }
    // "…," said the minister
    Optional<Integer> behind =
        dependents(verb, "obj").stream()
            .filter(unit -> begins(unit) == verb + 1 && !isQuoted(unit) && mayFollow(verb))
            .findFirst();
    boolean inverted =
        behind.isPresent()
            && parse.units().get(verb).tag().matches("VBD|VBZ|VBN|VBP")
            && dependents(verb, "nsubj").stream().allMatch(this::isQuoted);
    return inverted ? behind : subjectAbove(verb, seen);
  }

  /** Whether speech stands before a verb that takes no listener as its object. */
  private boolean mayFollow(int verb) {
    boolean listener = VERBS.contains("address", parse.units().get(verb).lemma());
    boolean first = true;
    boolean spoken = false;
    for (int i = 0; i < verb; i++) {
      spoken |= isQuoted(i);
      first &= !parse.units().get(i).tag().matches("[NVP].*");
    }
    return !listener && (first || spoken);
  }

  /** "left, saying …", "went on to say", "quoted her as saying": the subject of what governs. */
  private Optional<Integer> subjectAbove(int verb, Set<Integer> seen) {
    Optional<Parse.Edge> up = parse.governor(verb).filter(edge -> edge.governor() >= 0);
    if (up.isEmpty()) {
      return Optional.empty();
    }
    Unit governor = parse.units().get(up.get().governor());
    if (governor.tag().startsWith("VB")) {
      return subject(governor.index(), seen);
    }
    boolean predicate = has(governor.index(), "cop");
    if (predicate) {
      return first(dependents(governor.index(), "nsubj"));
    }
    boolean described = up.get().relation().startsWith("acl") || up.get().relation().equals("dep");
    boolean apart = verb > 0 && parse.units().get(verb - 1).word().equals(",");
    if (apart && parse.units().get(verb).tag().equals("VBG")) {
      return subjectAbove(governor.index(), seen);
    }
    return described && !governor.kind().equals("QUOTE")
        ? Optional.of(governor.index())
        : Optional.empty();
  }

  /** The person whom a noun, name or pronoun stands for. */
  private Optional<String> speaker(int unit) {
    return speaker(unit, 0);
  }

  private Optional<String> speaker(int unit, int depth) {
    Unit noun = parse.units().get(unit);
    if (depth > 3 || isJoint(unit)) {
      return Optional.empty();
    }
    if (noun.tag().startsWith("W")) {
      return relative(unit).flatMap(governor -> speaker(governor, depth + 1));
    }
    Optional<Mention> mention = read.mention(noun);
    Optional<String> key = mention.flatMap(this::person);
    if (key.isPresent() || mention.filter(m -> m instanceof Mention.Pronoun).isPresent()) {
      return key;
    }
    for (int apposed : dependents(unit, "appos")) {
      Optional<String> named =
          read.mention(parse.units().get(apposed))
              .filter(Mention.Person.class::isInstance)
              .flatMap(this::person);
      if (named.isPresent()) {
        return named;
      }
    }
    if (UTTERANCES.contains(noun.lemma().toLowerCase(Locale.ROOT))) {
      return owner(unit).flatMap(owner -> speaker(owner, depth + 1));
    }
    if (noun.kind().equals("O") || noun.kind().equals("POST")) {
      return discourse.described(read, noun.from(), noun.to());
    }
    return Optional.empty();
  }

  private Optional<String> person(Mention mention) {
    boolean one =
        mention instanceof Mention.Person
            || mention instanceof Mention.Post post && !post.office().plural()
            || mention instanceof Mention.Pronoun pronoun
                && (pronoun.word().equals("he") || pronoun.word().equals("she"));
    if (!one) {
      return Optional.empty();
    }
    List<String> keys = discourse.referents(read, mention, Discourse.Role.PERSON);
    return keys.size() == 1 && keys.get(0).startsWith("official/")
        ? Optional.of(keys.get(0))
        : Optional.empty();
  }

  /** Whether two speak: "the minister and the president said". */
  private boolean isJoint(int unit) {
    return dependents(unit, "conj").stream()
        .anyMatch(other -> !parse.units().get(other).kind().equals("O"));
  }

  /** The noun that a relative clause describes. */
  private Optional<Integer> relative(int pronoun) {
    return parse
        .governor(pronoun)
        .flatMap(edge -> parse.governor(edge.governor()))
        .filter(edge -> edge.relation().startsWith("acl") || edge.relation().equals("appos"))
        .map(Parse.Edge::governor);
  }

  /** Whose utterance it is: "X's statement", "a statement by X". */
  private Optional<Integer> owner(int noun) {
    Optional<Integer> possessor = first(dependents(noun, "nmod:poss"));
    if (possessor.isPresent()) {
      return possessor;
    }
    for (String relation : List.of("nmod", "obl")) {
      for (int unit : dependents(noun, relation)) {
        if (isCased(unit, "by") || isCased(unit, "of") || isCased(unit, "from")) {
          return Optional.of(unit);
        }
      }
    }
    return parse.governor(noun).filter(edge -> edge.governor() >= 0).stream()
        .flatMap(edge -> dependents(edge.governor(), "obl").stream())
        .filter(unit -> unit == noun + 2 && isCased(unit, "by"))
        .findFirst();
  }

  /** The tag that a quotation belongs to, as far as the sentence tells. */
  Optional<SpeechTag> tagOf(int quote) {
    int at = quote;
    boolean done = false;
    Set<Integer> seen = new HashSet<>();
    while (seen.add(at)) {
      Optional<SpeechTag> aside = asideOf(at);
      if (aside.isPresent()) {
        return aside.map(this::cited);
      }
      Optional<Parse.Edge> up = parse.governor(at).filter(edge -> edge.governor() >= 0);
      if (up.isEmpty()) {
        break;
      }
      int governor = up.get().governor();
      SpeechTag tag = tags.get(governor);
      if (tag != null && tag.verb() && !isOwnClause(at, up.get().relation())) {
        return Optional.of(cited(tag));
      }
      at = governor;
      done |= tag == null && acts(at);
    }
    return done ? Optional.empty() : nearest(quote).map(this::cited);
  }

  /** Whether a verb that is no saying has its own subject: "the crowd chanted …". */
  private boolean acts(int unit) {
    return parse.units().get(unit).tag().startsWith("VB")
        && dependents(unit, "nsubj").stream()
            .anyMatch(subject -> !isQuoted(subject) && speaker(subject).isEmpty());
  }

  /** "the agency reported, quoting the minister": the one quoted speaks. */
  private SpeechTag cited(SpeechTag tag) {
    if (tag.speaker().isPresent()) {
      return tag;
    }
    return parse.dependents(tag.unit()).stream()
        .map(edge -> tags.get(edge.dependent()))
        .filter(other -> other != null)
        .filter(other -> VERBS.contains("cite", parse.units().get(other.unit()).lemma()))
        .findFirst()
        .orElse(tag);
  }

  /** "…, the minister said, …", "according to her", "as he put it": what hangs on the clause. */
  private Optional<SpeechTag> asideOf(int unit) {
    for (Parse.Edge edge : parse.dependents(unit)) {
      SpeechTag tag = tags.get(edge.dependent());
      if (tag != null
          && (!tag.verb()
              || edge.relation().equals("parataxis")
              || edge.relation().equals("dep") && edge.dependent() > unit
              || isAs(edge))) {
        return Optional.of(tag);
      }
    }
    return Optional.empty();
  }

  private boolean isAs(Parse.Edge clause) {
    return clause.relation().equals("advcl")
        && dependents(clause.dependent(), "mark").stream()
            .anyMatch(mark -> word(mark).equals("as"));
  }

  /** Whether a clause beside the saying tells of what another does. */
  private boolean isOwnClause(int clause, String relation) {
    return (relation.startsWith("conj") || relation.startsWith("advcl"))
        && parse.units().get(clause).tag().startsWith("VB")
        && has(clause, "nsubj")
        && dependents(clause, "nsubj").stream().noneMatch(this::isQuoted);
  }

  /** Where the parse joins nothing: the tag right beside, or the only one. */
  private Optional<SpeechTag> nearest(int quote) {
    Optional<SpeechTag> best = Optional.empty();
    int distance = Integer.MAX_VALUE;
    Unit words = parse.units().get(quote);
    Span span = read.sentence().span(words.from(), words.to());
    for (SpeechTag tag : tags.values()) {
      Span other = tag.evidence();
      int here =
          other.start() >= span.end()
              ? other.start() - span.end()
              : Math.max(0, span.start() - other.end());
      if (here < distance) {
        distance = here;
        best = Optional.of(tag);
      }
    }
    return best.filter(tag -> tags.size() == 1 || Math.abs(tag.unit() - quote) <= 4);
  }

  /** The subject of the main clause, if it is a person: "She was blunt: …". */
  Optional<SpeechTag> mainClause() {
    for (Unit unit : parse.units()) {
      boolean root = parse.governor(unit.index()).filter(e -> e.governor() >= 0).isEmpty();
      Optional<Integer> subject = first(dependents(unit.index(), "nsubj"));
      Optional<String> speaker = subject.flatMap(this::speaker);
      if (root && speaker.isPresent()) {
        Span head = read.sentence().span(unit.from(), unit.to());
        Unit who = parse.units().get(subject.orElseThrow());
        Span evidence = head.through(read.sentence().span(who.from(), who.to()));
        return Optional.of(new SpeechTag(unit.index(), head, speaker, evidence, true));
      }
    }
    return Optional.empty();
  }

  /** Whether the verb of a tag tells something itself: "she said that …". */
  boolean tells(SpeechTag tag) {
    return has(tag.unit(), "ccomp") || has(tag.unit(), "xcomp");
  }

  private boolean isQuoted(int unit) {
    if (parse.units().get(unit).kind().equals("QUOTE")) {
      return true;
    }
    // a few words between marks are no mention of their own
    boolean open = false;
    for (int i = 0; i < unit; i++) {
      String tag = parse.units().get(i).tag();
      open = tag.equals("``") || open && !tag.equals("''");
    }
    return open;
  }

  private boolean isCased(int unit, String preposition) {
    return dependents(unit, "case").stream().anyMatch(other -> word(other).equals(preposition));
  }

  private String word(int unit) {
    return parse.units().get(unit).word().toLowerCase(Locale.ROOT);
  }

  /** The first unit of a noun with its determiners and modifiers. */
  private int begins(int unit) {
    int first = unit;
    for (Parse.Edge edge : parse.dependents(unit)) {
      boolean inside =
          edge.relation().equals("det")
              || edge.relation().equals("amod")
              || edge.relation().equals("compound")
              || edge.relation().equals("nummod")
              || edge.relation().startsWith("nmod:poss");
      if (inside) {
        first = Math.min(first, begins(edge.dependent()));
      }
    }
    return first;
  }

  private boolean has(int unit, String relation) {
    return !dependents(unit, relation).isEmpty();
  }

  private List<Integer> dependents(int unit, String relation) {
    List<Integer> found = new ArrayList<>();
    for (Parse.Edge edge : parse.dependents(unit)) {
      if (edge.relation().equals(relation)) {
        found.add(edge.dependent());
      }
    }
    return found;
  }

  private static Optional<Integer> first(List<Integer> units) {
    return units.stream().findFirst();
  }
}
