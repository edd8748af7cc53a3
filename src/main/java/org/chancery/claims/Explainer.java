package org.chancery.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.analysis.NearMatch;
import org.chancery.analysis.Parse;
import org.chancery.analysis.Unit;
import org.chancery.article.Span;
import org.chancery.ontology.ContextRule;
import org.chancery.ontology.EntityType;
import org.chancery.ontology.ExtractionRule;
import org.chancery.ontology.RuleBook;
import org.chancery.ontology.Signatures;

/** Tells why sentences of one article are read as they are; to be asked in their order. */
final class Explainer {
  /**
   * A rule without a word of its own is near to many sentences: only if hardly a thing is missing.
   */
  private static final int GAPS_WITHOUT_TRIGGER = 1;

  private final EventReader events;
  private final Parses parses;
  private final RuleBook rules;
  private final Signatures signatures;
  private final Discourse discourse;
  private final References references;
  private final Cast cast;

  Explainer(
      EventReader events,
      Parses parses,
      RuleBook rules,
      Signatures signatures,
      Discourse discourse,
      References references,
      Cast cast) {
    this.events = events;
    this.parses = parses;
    this.rules = rules;
    this.signatures = signatures;
    this.discourse = discourse;
    this.references = references;
    this.cast = cast;
  }

  /**
   * Why a sentence is read as it is.
   *
   * @param claims all that the article says
   */
  Explanation.OfSentence explain(Analysis.Read read, List<Claim> claims) {
    Span sentence = read.sentence().span();
    List<Claim> here =
        claims.stream()
            .filter(claim -> claim.evidence().stream().anyMatch(span -> within(span, sentence)))
            .toList();
    if (!events.isParsed(read)) {
      return new Explanation.OfSentence(
          read,
          Optional.of(untriggered(read)),
          Optional.empty(),
          List.of(),
          concluded(here),
          List.of(),
          here);
    }
    Parse parse = parses.of(read);
    List<Attempt> attempts = events.attempts(read, parse, discourse);
    boolean silent = attempts.stream().allMatch(attempt -> attempt.found().isEmpty());
    return new Explanation.OfSentence(
        read,
        Optional.empty(),
        Optional.of(parse),
        attempts.stream().map(attempt -> fired(attempt, parse, read)).toList(),
        concluded(here),
        silent ? near(read, parse, attempts) : List.of(),
        here);
  }

  /** The rules without a pattern that found some of the claims. */
  private List<ContextRule> concluded(List<Claim> claims) {
    return rules.contextRules().stream()
        .filter(rule -> claims.stream().anyMatch(claim -> claim.rule().equals(rule.name())))
        .toList();
  }

  private static boolean within(Span span, Span sentence) {
    return span.start() >= sentence.start() && span.end() <= sentence.end();
  }

  private String untriggered(Analysis.Read read) {
    Set<String> triggers = triggers(read);
    boolean thing =
        read.units().stream()
            .anyMatch(unit -> unit.kind().equals("MEETING") || unit.kind().equals("AGREEMENT"));
    if (triggers.isEmpty() && !thing) {
      return "no trigger word: no word of a rule, no meeting and no agreement";
    }
    return triggers.isEmpty()
        ? "a meeting or agreement stands alone: no official, post, country, city, organization,"
            + " place, pronoun, group or day beside it"
        : "no rule has all its words here, only \"%s\"".formatted(String.join("\", \"", triggers));
  }

  /** The words of the sentence that some rule asks for. */
  private Set<String> triggers(Analysis.Read read) {
    Set<String> asked =
        events.rules(read).stream()
            .flatMap(rule -> rule.triggers().stream())
            .collect(Collectors.toSet());
    return read.units().stream()
        .map(Unit::lemma)
        .filter(asked::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Explanation.Fired fired(Attempt attempt, Parse parse, Analysis.Read read) {
    ExtractionRule rule = attempt.rule();
    Signatures.Signature signature = signatures.of(rule.yields());
    Unit subject = EventReader.unit(parse, attempt.match(), "subject");
    Unit object = EventReader.unit(parse, attempt.match(), "object");
    List<String> subjects = keys(read, subject, signature.subjects());
    List<String> objects = keys(read, object, signature.objects());
    Optional<String> refusal =
        attempt.found().isEmpty()
            ? refusal(read, "subject", subject, subjects, signature.subjects())
                .or(
                    () ->
                        signature.day()
                            ? Optional.of("the object is not one day")
                            : refusal(read, "object", object, objects, signature.objects()))
                .or(() -> unsuited(rule, subjects, objects))
            : Optional.empty();
    return new Explanation.Fired(
        rule.name(),
        rule.yields(),
        EventReader.unit(parse, attempt.match(), "event").index(),
        new Explanation.Filler(subject.index(), names(subjects)),
        new Explanation.Filler(object.index(), names(objects)),
        events.judge(rule, parse, attempt.match(), read, discourse),
        refusal);
  }

  /** What a unit stands for, of whatever type. */
  private List<String> keys(Analysis.Read read, Unit unit, Set<EntityType> types) {
    return read.mention(unit)
        .map(mention -> discourse.referents(read, mention, EventReader.role(types)))
        .orElse(List.of());
  }

  private List<String> names(List<String> keys) {
    Map<String, Person> people = cast.byKey();
    return keys.stream()
        .map(
            key -> {
              Person person = people.get(key);
              return person == null ? references.best(key) : person.bestName();
            })
        .toList();
  }

  private Optional<String> refusal(
      Analysis.Read read, String role, Unit unit, List<String> keys, Set<EntityType> types) {
    Optional<Mention> mention = read.mention(unit);
    if (mention.isEmpty()) {
      return Optional.of("the %s names nothing known".formatted(role));
    }
    if (keys.isEmpty()) {
      return Optional.of("unsure what the %s stands for".formatted(role));
    }
    boolean accepted = keys.stream().anyMatch(key -> types.contains(EventReader.typeOf(key)));
    return accepted
        ? Optional.empty()
        : Optional.of(
            "the signature takes no %s as %s, only %s"
                .formatted(
                    EventReader.typeOf(keys.get(0)).localName(),
                    role,
                    types.stream().map(EntityType::localName).collect(Collectors.joining(", "))));
  }

  private static Optional<String> unsuited(
      ExtractionRule rule, List<String> subjects, List<String> objects) {
    return Optional.of(
        subjects.equals(objects) || !rule.onlyAbroad()
            ? "subject and object are the same"
            : "the place is not known to be abroad for the subject");
  }

  private List<Explanation.Near> near(Analysis.Read read, Parse parse, List<Attempt> attempts) {
    Set<String> words = triggers(read);
    Set<String> tried =
        attempts.stream().map(attempt -> attempt.rule().name()).collect(Collectors.toSet());
    List<Explanation.Near> near =
        events.rules(read).stream()
            .filter(rule -> !tried.contains(rule.name()))
            .filter(rule -> rule.triggers().stream().anyMatch(words::contains))
            .flatMap(rule -> near(rule, parse).stream())
            .sorted(Comparator.comparingInt(rule -> rule.match().gaps().size()))
            .toList();
    return near.isEmpty()
        ? events.rules(read).stream()
            .filter(rule -> !tried.contains(rule.name()) && rule.triggers().isEmpty())
            .flatMap(rule -> near(rule, parse).stream())
            .filter(rule -> rule.match().gaps().size() <= GAPS_WITHOUT_TRIGGER)
            .toList()
        : near;
  }

  private static Optional<Explanation.Near> near(ExtractionRule rule, Parse parse) {
    return NearMatch.of(rule.pattern(), parse)
        .map(match -> new Explanation.Near(rule.name(), rule.yields(), match));
  }
}
