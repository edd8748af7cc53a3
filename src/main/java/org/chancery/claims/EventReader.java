package org.chancery.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.DayMention;
import org.chancery.analysis.DependencyPattern;
import org.chancery.analysis.Mention;
import org.chancery.analysis.Parse;
import org.chancery.analysis.Unit;
import org.chancery.article.Span;
import org.chancery.article.Zone;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.ExtractionRule;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.RuleBook;
import org.chancery.ontology.Signatures;
import org.chancery.ontology.Status;
import org.chancery.ontology.VerbClasses;
import org.chancery.ontology.WordLists;

/**
 * Reads events by the rules of {@code ontology/rules/}: matches their patterns and fills the roles.
 */
final class EventReader {
  /** A rule that is ready to match. */
  record Compiled(ExtractionRule rule, DependencyPattern pattern) {
    static Compiled of(ExtractionRule rule) {
      try {
        return new Compiled(rule, DependencyPattern.compile(rule.pattern()));
      } catch (IllegalArgumentException malformed) {
        throw new UserException(
            ExitCode.CONFIG,
            "%s, rule:%s: the pattern is not Semgrex: %s"
                .formatted(rule.file(), rule.name(), malformed.getMessage()),
            malformed);
      }
    }
  }

  private static final Set<String> REMOTE = WordLists.load().require("remote-means");

  private final List<Compiled> rules = new ArrayList<>();
  private final Set<String> triggers = new HashSet<>();
  private final Signatures signatures;
  private final StatusReader statuses = new StatusReader();
  private final VerbClasses verbs = VerbClasses.load();

  /**
   * @throws UserException with {@link ExitCode#CONFIG}, naming file and rule, if a pattern is
   *     malformed
   */
  EventReader(RuleBook book, Signatures signatures) {
    this.signatures = signatures;
    for (ExtractionRule rule : book.rules()) {
      rules.add(Compiled.of(rule));
      triggers.addAll(rule.triggers());
    }
  }

  /** Whether the sentence speaks of what rules are for, so that its silence is worth a look. */
  boolean isTriggered(Analysis.Read read) {
    boolean verb = false;
    boolean thing = false;
    int parties = 0;
    for (Unit unit : read.units()) {
      switch (unit.kind()) {
        case "MEETING", "AGREEMENT" -> thing = true;
        case "OFFICIAL", "POST", "COUNTRY", "CITY", "ORGANIZATION", "PLACE", "PRONOUN", "DAY" ->
            parties++;
        // "the two ministers met": several parties in one word
        case "GROUP" -> parties += 2;
        default -> verb |= triggers.contains(unit.lemma());
      }
    }
    return thing && parties > 0 || verb && parties > 1;
  }

  /** Whether the sentence holds the words of some rule; no other is parsed for events. */
  boolean isParsed(Analysis.Read read) {
    return !possibleRules(read).isEmpty();
  }

  private List<Compiled> possibleRules(Analysis.Read read) {
    return rulesFor(read).filter(compiled -> compiled.pattern.mayMatch(read.units())).toList();
  }

  /** What one sentence tells of events. */
  List<Found> read(Analysis.Read read, Parses parses, Discourse discourse) {
    List<Compiled> possible = possibleRules(read);
    return possible.isEmpty()
        ? List.of()
        : attempts(possible, read, parses.of(read), discourse).stream()
            .flatMap(attempt -> attempt.found().stream())
            .toList();
  }

  /** Every match of a rule in one sentence, with what it gave. */
  List<Attempt> attempts(Analysis.Read read, Parse parse, Discourse discourse) {
    return attempts(possibleRules(read), read, parse, discourse);
  }

  private List<Attempt> attempts(
      List<Compiled> possible, Analysis.Read read, Parse parse, Discourse discourse) {
    List<Attempt> attempts = new ArrayList<>();
    for (Compiled compiled : possible) {
      for (Map<String, Integer> match : compiled.pattern.matches(parse)) {
        List<Found> found = new ArrayList<>();
        add(compiled.rule, parse, match, read, discourse, found);
        attempts.add(new Attempt(compiled.rule, match, found));
      }
    }
    return attempts;
  }

  /** The rules that are tried on a sentence, in the order of their names. */
  List<ExtractionRule> rules(Analysis.Read read) {
    return rulesFor(read).map(Compiled::rule).toList();
  }

  private Stream<Compiled> rulesFor(Analysis.Read read) {
    boolean headline = read.sentence().zone().kind() == Zone.Kind.TITLE;
    return rules.stream().filter(compiled -> headline || !compiled.rule.onlyInHeadlines());
  }

  private void add(
      ExtractionRule rule,
      Parse parse,
      Map<String, Integer> match,
      Analysis.Read read,
      Discourse discourse,
      List<Found> found) {
    Unit subjectUnit = unit(parse, match, "subject");
    Unit objectUnit = unit(parse, match, "object");
    int event = node(match, "event");
    Optional<Mention> object = read.mention(objectUnit);
    Signatures.Signature signature = signatures.of(rule.yields());
    List<String> subjects = new ArrayList<>(subjects(rule, read, discourse, subjectUnit));
    if (subjects.isEmpty()
        || signature.day() && object.isEmpty()
        || !isKnown(match, parse, read, discourse)) {
      return;
    }
    if (rule.yields() == Predicate.MEETS_WITH && isRemote(read, parse, event)) {
      return;
    }
    Status status = judge(rule, parse, match, read, discourse).status();
    boolean ahead = status == Status.PLANNED;
    Span evidence = evidence(read, parse, subjectUnit, objectUnit, event);
    for (Mention listed : listed(read, parse, subjectUnit, event)) {
      subjects.addAll(things(read, discourse, listed, signature.subjects()));
    }
    if (signature.day()) {
      Optional<LocalDate> day = day(object.get(), ahead);
      if (day.isPresent()) {
        for (String key : subjects) {
          found.add(
              found(rule, key, new Argument.Day(day.get()), status, parse, event, read, evidence));
        }
      }
      return;
    }
    List<String> objects =
        new ArrayList<>(things(read, discourse, objectUnit, signature.objects()));
    if (!objects.isEmpty()) {
      for (Mention listed : listed(read, parse, objectUnit, event)) {
        objects.addAll(things(read, discourse, listed, signature.objects()));
      }
    }
    for (String from : subjects) {
      for (String to : objects) {
        boolean away =
            !rule.onlyAbroad() || object.isPresent() && discourse.isAbroad(from, object.get());
        if (!from.equals(to) && away) {
          boolean turned = rule.yields() == Predicate.MEETS_WITH && from.compareTo(to) > 0;
          found.add(
              found(
                  rule,
                  turned ? to : from,
                  new Argument.Thing(turned ? from : to),
                  status,
                  parse,
                  event,
                  read,
                  evidence));
        }
      }
    }
  }

  /** Whether the one whom a pattern calls "other" is somebody, if he is not named in full. */
  private boolean isKnown(
      Map<String, Integer> match, Parse parse, Analysis.Read read, Discourse discourse) {
    Integer other = match.get("other");
    Optional<Mention> mention =
        other == null ? Optional.empty() : read.mention(parse.units().get(other));
    return mention.isEmpty()
        || !things(read, discourse, mention.get(), signatures.of(Predicate.SIGNS).subjects())
            .isEmpty();
  }

  /** Whether people spoke from afar: "held a phone call with", "met by video". */
  private static boolean isRemote(Analysis.Read read, Parse parse, int event) {
    if (isCall(read, parse.units().get(event))) {
      return true;
    }
    return parse.dependents(event).stream()
        .map(edge -> parse.units().get(edge.dependent()))
        .anyMatch(
            unit -> isCall(read, unit) || REMOTE.contains(unit.lemma().toLowerCase(Locale.ROOT)));
  }

  private static boolean isCall(Analysis.Read read, Unit unit) {
    return read.mention(unit)
        .filter(mention -> mention instanceof Mention.Meeting meeting && meeting.call())
        .isPresent();
  }

  /** The status of the event of a match, as far as its sentence tells. */
  Judgement judge(
      ExtractionRule rule,
      Parse parse,
      Map<String, Integer> match,
      Analysis.Read read,
      Discourse discourse) {
    int event = node(match, "event");
    Judgement judgement = statuses.read(parse, event, rule.purposeStatus());
    for (String role : List.of("subject", "object")) {
      Unit unit = unit(parse, match, role);
      Optional<Mention> mention = read.mention(unit);
      if (mention.isPresent()) {
        judgement =
            judgement
                .and(described(mention.get(), unit.index()))
                .and(statuses.ofArgument(parse, unit.index()));
      }
    }
    // "the planned ceremony"
    Optional<Mention> happening = read.mention(parse.units().get(event));
    if (happening.isPresent()) {
      judgement = judgement.and(described(happening.get(), event));
    }
    if (discourse.isQuestion(read.sentence().zone())) {
      judgement =
          judgement.and(
              Judgement.of(Cue.construction("a reporter's question", event, Status.POSSIBLE)));
    }
    return isSchedule(read, parse, event)
        ? judgement.and(
            Judgement.of(Cue.construction("present tense for a schedule", event, Status.PLANNED)))
        : judgement;
  }

  /**
   * The further members of a list behind the verb, which the parser attaches elsewhere at times:
   * "met with A, B, and C". A member that a verb follows begins another clause.
   */
  private static List<Mention> listed(Analysis.Read read, Parse parse, Unit first, int event) {
    List<Mention> members = new ArrayList<>();
    List<Unit> units = parse.units();
    int at = first.index() + 1;
    while (first.index() > event && at < units.size()) {
      at = first.kind().equals("AGREEMENT") ? pastComplement(units, at) : at;
      int joint = at;
      while (joint < units.size()
          && (units.get(joint).word().equals(",")
              || units.get(joint).word().equals("and")
              || joint > at && units.get(joint).tag().equals("DT")
              || joint > at && isRepeated(units, first.index(), joint))) {
        joint++;
      }
      boolean member =
          joint > at
              && joint < units.size()
              && units.get(joint).kind().equals(first.kind())
              && (joint + 1 == units.size()
                  || !units.get(joint + 1).tag().matches("VB.*|MD|TO|WP|POS")
                      && (first.kind().equals("AGREEMENT")
                          || !units.get(joint + 1).tag().equals("IN")
                          || !isVerbBehind(units, joint + 1)));
      if (!member) {
        break;
      }
      read.mention(units.get(joint)).ifPresent(members::add);
      at = joint + 1;
    }
    return members;
  }

  /** "with A and with B" */
  private static boolean isRepeated(List<Unit> units, int first, int at) {
    return first > 0
        && units.get(at).tag().equals("IN")
        && units.get(at).word().equals(units.get(first - 1).word());
  }

  private static boolean isVerbBehind(List<Unit> units, int from) {
    return units.subList(from, units.size()).stream()
        .anyMatch(unit -> unit.tag().matches("VB[DZP]|MD"));
  }

  /** Past what an agreement is about: "a treaty on extradition, a protocol on …". */
  private static int pastComplement(List<Unit> units, int from) {
    int at = from;
    while (at < units.size()
        && units.get(at).kind().equals("O")
        && units.get(at).tag().matches("IN|DT|JJ.*|NN.*|VBG|CC|POS|CD")
        && !startsMember(units, at)) {
      at++;
    }
    return startsMember(units, at) ? at : from;
  }

  /** Whether a joint and an agreement stand here: ", a protocol". */
  private static boolean startsMember(List<Unit> units, int at) {
    int next = at;
    while (next < units.size()
        && (units.get(next).word().equals(",")
            || units.get(next).word().equals("and")
            || units.get(next).tag().equals("DT"))) {
      next++;
    }
    return next > at && next < units.size() && units.get(next).kind().equals("AGREEMENT");
  }

  /**
   * "The minister flies to Oslo on Friday": in running text the simple present tells what is to
   * come.
   */
  private boolean isSchedule(Analysis.Read read, Parse parse, int event) {
    Optional<Parse.Edge> governor = parse.governor(event);
    if (parse.units().get(event).kind().equals("MEETING")
        && governor.isPresent()
        && governor.get().governor() >= 0
        && governor.get().relation().matches("obj|obl")
        && parse.units().get(governor.get().governor()).tag().equals("VBZ")) {
      // "attends the minister's talks with …": the talks lie ahead as well
      return isSchedule(read, parse, governor.get().governor());
    }
    if (parse.units().get(event).tag().equals("VBG")
        && governor.isPresent()
        && governor.get().governor() >= 0
        && governor.get().relation().equals("advcl")
        && parse.units().get(governor.get().governor()).tag().equals("VBZ")
        && !verbs.contains("say", parse.units().get(governor.get().governor()).lemma())) {
      // "continues by taking part in …"
      return isSchedule(read, parse, governor.get().governor());
    }
    Unit unit = parse.units().get(event);
    boolean present = unit.tag().equals("VBZ") || unit.tag().equals("VBP");
    boolean auxiliary =
        parse.dependents(event).stream()
            .anyMatch(edge -> edge.relation().startsWith("aux") || edge.relation().equals("cop"));
    return present
        && !auxiliary
        && !unit.lemma().equals("be")
        && read.sentence().zone().kind() == Zone.Kind.BODY;
  }

  private static Found found(
      ExtractionRule rule,
      String subject,
      Argument object,
      Status status,
      Parse parse,
      int event,
      Analysis.Read read,
      Span evidence) {
    boolean nominal = parse.units().get(event).tag().startsWith("NN");
    return new Found(
        rule.name(),
        rule.confidence(),
        subject,
        rule.yields(),
        object,
        status,
        nominal,
        read.sentence().index(),
        evidence);
  }

  static Unit unit(Parse parse, Map<String, Integer> match, String node) {
    return parse.units().get(node(match, node));
  }

  /** The unit in a role; one node may have two: {@code subjectAndEvent}. */
  private static int node(Map<String, Integer> match, String role) {
    for (Map.Entry<String, Integer> bound : match.entrySet()) {
      if (bound.getKey().toLowerCase(Locale.ROOT).contains(role)) {
        return bound.getValue();
      }
    }
    throw new AssertionError("no " + role + " in " + match);
  }

  private Judgement described(Mention mention, int unit) {
    if (mention instanceof Mention.Meeting meeting) {
      return statuses.ofDescription(meeting.as().determiner(), meeting.as().core(), unit);
    }
    if (mention instanceof Mention.Agreement agreement) {
      return statuses.ofDescription(agreement.as().determiner(), agreement.as().core(), unit);
    }
    return Judgement.ASSERTED;
  }

  /** The day of a mention, if it is one day. */
  private static Optional<LocalDate> day(Mention mention, boolean ahead) {
    if (!(mention instanceof Mention.Time time)) {
      return Optional.empty();
    }
    DayMention day = time.day();
    if (day.precision() != DayMention.Precision.DAY
        && day.precision() != DayMention.Precision.RANGE) {
      return Optional.empty();
    }
    return Optional.of(
        ahead ? day.ahead().map(DayMention.Period::first).orElse(day.first()) : day.first());
  }

  /**
   * What a subject stands for; of a post whose holder has no name, the country that signs by him.
   */
  private List<String> subjects(
      ExtractionRule rule, Analysis.Read read, Discourse discourse, Unit unit) {
    List<String> named = things(read, discourse, unit, signatures.of(rule.yields()).subjects());
    return named.isEmpty()
            && rule.yields() == Predicate.SIGNS
            && read.mention(unit).orElse(null) instanceof Mention.Post post
        ? discourse.actingFor(post).map(List::of).orElse(List.of())
        : named;
  }

  /** What a unit stands for; where it names nothing, the agreement that it takes up. */
  private static List<String> things(
      Analysis.Read read, Discourse discourse, Unit unit, Set<EntityType> types) {
    Optional<Mention> mention = read.mention(unit);
    if (mention.isPresent()) {
      return things(read, discourse, mention.get(), types);
    }
    return types.equals(Set.of(EntityType.AGREEMENT))
        ? discourse.takenUp(read, unit.from()).map(List::of).orElse(List.of())
        : List.of();
  }

  private static List<String> things(
      Analysis.Read read, Discourse discourse, Mention mention, Set<EntityType> types) {
    List<String> keys =
        discourse.referents(read, mention, role(types)).stream()
            .filter(key -> types.contains(typeOf(key)))
            .toList();
    return keys.isEmpty()
            && types.contains(EntityType.CITY)
            && mention instanceof Mention.Country country
        ? discourse.cityState(country).map(List::of).orElse(List.of())
        : keys;
  }

  /** How a place name is taken in a role that holds these types. */
  static Discourse.Role role(Set<EntityType> types) {
    return types.contains(EntityType.CITY)
        ? Discourse.Role.PLACE
        : types.contains(EntityType.COUNTRY) ? Discourse.Role.PARTY : Discourse.Role.PERSON;
  }

  /** The type that a key of {@link References} or {@link Cast} carries in its first part. */
  static EntityType typeOf(String key) {
    String type = key.substring(0, key.indexOf('/'));
    for (EntityType candidate : EntityType.values()) {
      if (candidate.localName().equalsIgnoreCase(type)) {
        return candidate;
      }
    }
    throw new AssertionError("no type for " + key);
  }

  private static Span evidence(
      Analysis.Read read, Parse parse, Unit subject, Unit object, int event) {
    Unit verb = parse.units().get(event);
    int from = Math.min(verb.from(), Math.min(subject.from(), object.from()));
    int to = Math.max(verb.to(), Math.max(subject.to(), object.to()));
    return read.sentence().span(from, to);
  }
}
