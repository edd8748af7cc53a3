package org.chancery.claims;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Parser;
import org.chancery.article.Span;
import org.chancery.ontology.ContextRule;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.RuleBook;
import org.chancery.ontology.Signatures;
import org.chancery.ontology.Status;
import org.chancery.ontology.VerbClasses;
import org.chancery.reference.Cities;
import org.chancery.reference.Countries;

/** From an analysis to what the article says. Safe to share between threads. */
public final class ClaimExtractor {
  private final Parser parser;
  private final NationalTitles titles = new NationalTitles();
  private final RuleBook rules;
  private final EventReader events;
  private final SpeechReader speech;
  private final OfficeReader offices;
  private final Signatures signatures;
  private final Countries countries;
  private final Cities cities;

  public ClaimExtractor(Parser parser, Signatures signatures, Countries countries, Cities cities) {
    this.parser = parser;
    this.rules = RuleBook.load(VerbClasses.load());
    this.events = new EventReader(rules, signatures);
    this.speech = new SpeechReader(rules.require(ContextRule.Way.DIRECT_SPEECH));
    this.offices =
        new OfficeReader(titles, countries, cities, rules.require(ContextRule.Way.OFFICE_PHRASE));
    this.signatures = signatures;
    this.countries = countries;
    this.cities = cities;
  }

  /** What one article says; depends on that article alone. */
  public ArticleReading extract(Analysis analysis) {
    return extract(analysis, new Parses(parser));
  }

  private ArticleReading extract(Analysis analysis, Parses parses) {
    Cast cast = Cast.of(analysis, titles);
    References references = new References(countries);
    Ledger ledger = new Ledger();
    Map<String, Referent> referents =
        new TreeMap<>(offices.read(analysis, cast, references, ledger));
    Discourse discourse = new Discourse(analysis, cast, references, countries, cities);
    List<Span> silent = new ArrayList<>();
    List<Found> found = new ArrayList<>();
    for (Analysis.Read read : analysis.sentences()) {
      List<Found> here = events.read(read, parses, discourse);
      found.addAll(here);
      if (here.isEmpty() && events.isTriggered(read)) {
        silent.add(read.sentence().span());
      }
    }
    List<Found> facts =
        new ContextReader(analysis, discourse, references, cast, rules)
            .complete(found).stream().filter(fact -> isSure(cast, fact)).toList();
    facts.forEach(fact -> ledger.add(notYet(analysis, facts, fact).claim()));
    referents.putAll(speech.read(analysis, parses, cast, discourse, ledger));
    List<Claim> claims = ledger.claims();
    for (Person person : cast.people()) {
      Set<String> names = new LinkedHashSet<>(person.names);
      referents.put(
          person.key, new Referent.Official(person.key, Names.of(person.bestName(), names)));
    }
    referents.putAll(references.referents());
    return new ArticleReading(analysis.article(), used(referents, claims), claims, silent);
  }

  /** Whether it is clear who is meant: of two people with one surname the name tells neither. */
  private static boolean isSure(Cast cast, Found fact) {
    return cast.people().stream()
        .filter(person -> person.unsure)
        .noneMatch(
            person -> person.key.equals(fact.subject()) || person.key.equals(fact.objectKey()));
  }

  /**
   * What has a day behind the article's own has not come about, nor what the same sentence tells of
   * the signing on that day.
   */
  private static Found notYet(Analysis analysis, List<Found> facts, Found fact) {
    boolean signing =
        fact.predicate() == Predicate.SIGNS || fact.predicate() == Predicate.SIGNED_IN;
    boolean ahead =
        isAhead(analysis, fact)
            || signing
                && facts.stream()
                    .filter(day -> day.predicate() == Predicate.SIGNED_ON)
                    .filter(day -> day.sentence() == fact.sentence())
                    .filter(
                        day ->
                            day.subject().equals(fact.subject())
                                || day.subject().equals(fact.objectKey()))
                    .anyMatch(day -> isAhead(analysis, day));
    return ahead && fact.isAsserted() ? fact.with(Status.PLANNED) : fact;
  }

  private static boolean isAhead(Analysis analysis, Found fact) {
    return fact.object() instanceof Argument.Day day
        && analysis.article().publishedOn().filter(day.date()::isAfter).isPresent();
  }

  /** How that comes about; slower, as it tries again what failed. */
  public Explanation explain(Analysis analysis) {
    Cast cast = Cast.of(analysis, titles);
    References references = new References(countries);
    offices.read(analysis, cast, references, new Ledger());
    Discourse discourse = new Discourse(analysis, cast, references, countries, cities);
    Parses parses = new Parses(parser);
    Explainer explainer =
        new Explainer(events, parses, rules, signatures, discourse, references, cast);
    ArticleReading reading = extract(analysis, parses);
    return new Explanation(
        reading,
        analysis.sentences().stream()
            .map(read -> explainer.explain(read, reading.claims()))
            .toList());
  }

  /** Only what some claim speaks of, and what those things point to. */
  private static Map<String, Referent> used(Map<String, Referent> referents, List<Claim> claims) {
    Set<String> keys =
        claims.stream()
            .flatMap(
                claim ->
                    claim.object() instanceof Argument.Thing thing
                        ? Stream.of(claim.subject(), thing.key())
                        : Stream.of(claim.subject()))
            .collect(Collectors.toSet());
    Map<String, Referent> used = new TreeMap<>(referents);
    used.keySet().retainAll(keys);
    return used;
  }
}
