package org.chancery.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shared.JenaException;
import org.chancery.ExitCode;
import org.chancery.UserException;

/**
 * The rules of {@code ontology/rules/}.
 *
 * @param rules those with a pattern, in the order of their names
 * @param contextRules those without, in the order of their names
 */
public record RuleBook(List<ExtractionRule> rules, List<ContextRule> contextRules) {
  private static final String FOLDER = "ontology/rules/";

  /** Where the rules without a pattern stand, for the message that one is missing. */
  private static final String CONTEXT = "context.ttl";

  /**
   * The files of the book; a list, because a jar's folders cannot be listed by every class loader.
   */
  private static final List<String> FILES =
      List.of("agreements.ttl", "meetings.ttl", "encounters.ttl", "visits.ttl", CONTEXT);

  private static final Property YIELDS = term("yields");
  private static final Property PATTERN = term("pattern");
  private static final Property DESCRIBES = term("describes");
  private static final Property CONFIDENCE = term("confidence");
  private static final Property PURPOSE = term("inPurposeClause");
  private static final Property HEADLINES = term("onlyInHeadlines");
  private static final Property ABROAD = term("onlyAbroad");
  private static final Property ASIDE = term("toldAside");
  private static final Property EXAMPLE = term("example");
  private static final Property TEXT = term("text");
  private static final Property READS = term("reads");
  private static final Property SILENT_ON = term("silentOn");
  private static final Pattern CLASS = Pattern.compile("@([a-z]+)");

  public RuleBook {
    rules = rules.stream().sorted(Comparator.comparing(ExtractionRule::name)).toList();
    contextRules = contextRules.stream().sorted(Comparator.comparing(ContextRule::name)).toList();
  }

  /**
   * Reads all rules.
   *
   * @throws UserException with {@link ExitCode#CONFIG}, naming file, rule and cause, if one is
   *     malformed or missing
   */
  public static RuleBook load(VerbClasses verbs) {
    List<ExtractionRule> rules = new ArrayList<>();
    List<ContextRule> contextRules = new ArrayList<>();
    for (String file : FILES) {
      String resource = FOLDER + file;
      try (InputStream bytes = RuleBook.class.getClassLoader().getResourceAsStream(resource)) {
        if (bytes == null) {
          throw new UserException(
              ExitCode.CONFIG, resource + " is not in the program; build it anew");
        }
        RuleBook read = read(resource, bytes, verbs);
        rules.addAll(read.rules());
        contextRules.addAll(read.contextRules());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    RuleBook book = new RuleBook(rules, contextRules);
    for (ContextRule.Way way : ContextRule.Way.values()) {
      book.require(way);
    }
    return book;
  }

  /**
   * The rule that goes some way.
   *
   * @throws UserException with {@link ExitCode#CONFIG}, naming file and rule, if it is missing
   */
  public ContextRule require(ContextRule.Way way) {
    return contextRules.stream()
        .filter(rule -> rule.way() == way)
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    ExitCode.CONFIG,
                    "%s, rule:%s: it is missing, and the program reads by it"
                        .formatted(FOLDER + CONTEXT, way.ruleName())));
  }

  /** Reads the rules of one file. */
  static RuleBook read(String file, InputStream turtle, VerbClasses verbs) {
    Model model = ModelFactory.createDefaultModel();
    try {
      // Without its log, which would say the same a second time.
      RDFParser.source(turtle)
          .lang(Lang.TURTLE)
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(model);
    } catch (RiotException | IllegalFormatException malformed) {
      // The second is how Jena's tokenizer tells of an end in the middle of a term.
      throw new UserException(
          ExitCode.CONFIG, file + ": not Turtle: " + malformed.getMessage(), malformed);
    }
    List<ExtractionRule> rules = new ArrayList<>();
    for (Resource rule : model.listResourcesWithProperty(PATTERN).toList()) {
      rules.add(new Reader(file, rule, verbs).read());
    }
    List<ContextRule> contextRules = new ArrayList<>();
    for (Resource rule : model.listResourcesWithProperty(DESCRIBES).toList()) {
      contextRules.add(new Reader(file, rule, verbs).readContext());
    }
    for (Resource rule : model.listResourcesWithProperty(YIELDS).toList()) {
      if (!rule.hasProperty(DESCRIBES)) {
        new Reader(file, rule, verbs).text(PATTERN);
      }
    }
    return new RuleBook(rules, contextRules);
  }

  /** Whether what a rule reads is told by the way; see {@link ExtractionRule#aside}. */
  public boolean isToldAside(String name) {
    return rules.stream().anyMatch(rule -> rule.aside() && rule.name().equals(name));
  }

  private static Property term(String name) {
    return ResourceFactory.createProperty(Chy.RULES + name);
  }

  /** Reads one rule and says what is wrong with it. */
  private record Reader(String file, Resource rule, VerbClasses verbs) {
    ExtractionRule read() {
      String raw = text(PATTERN);
      for (String role : List.of("subject", "object", "event")) {
        if (!Pattern.compile("=[a-zA-Z]*" + role, Pattern.CASE_INSENSITIVE).matcher(raw).find()) {
          throw malformed("the pattern has no node \"%s\"".formatted(role));
        }
      }
      Set<String> triggers = new TreeSet<>();
      String pattern = expanded(raw, triggers);
      return new ExtractionRule(
          rule.getLocalName(),
          file,
          predicate(),
          pattern,
          confidence(),
          purposeStatus(),
          flag(HEADLINES),
          flag(ABROAD),
          flag(ASIDE),
          triggers,
          examples(),
          silentOn());
    }

    ContextRule readContext() {
      if (rule.hasProperty(PATTERN)) {
        throw malformed("rule:describes is for rules without a rule:pattern");
      }
      String name = rule.getLocalName();
      ContextRule.Way way =
          ContextRule.Way.of(name)
              .orElseThrow(
                  () ->
                      malformed(
                          "nothing reads by this name; there are %s"
                              .formatted(ContextRule.Way.ruleNames())));
      return new ContextRule(
          way, file, predicates(), text(DESCRIBES), confidence(), examples(), silentOn());
    }

    String text(Property property) {
      return find(property)
          .map(node -> string(property, node))
          .orElseThrow(() -> malformed("rule:%s is missing".formatted(property.getLocalName())));
    }

    private String string(Property property, RDFNode node) {
      if (!node.isLiteral()) {
        throw malformed("rule:%s is no text".formatted(property.getLocalName()));
      }
      return node.asLiteral().getString();
    }

    private Optional<RDFNode> find(Property property) {
      return Optional.ofNullable(rule.getProperty(property))
          .map(statement -> statement.getObject());
    }

    private Predicate predicate() {
      return predicate(find(YIELDS).orElseThrow(() -> malformed("rule:yields is missing")));
    }

    private Set<Predicate> predicates() {
      predicate();
      return rule.listProperties(YIELDS).mapWith(s -> predicate(s.getObject())).toSet();
    }

    private Predicate predicate(RDFNode node) {
      String iri = node.isURIResource() ? node.asResource().getURI() : node.toString();
      return Predicate.named(iri.replace(Chy.NS, ""))
          .filter(found -> iri.startsWith(Chy.NS))
          .orElseThrow(() -> malformed("<%s> is no predicate of the ontology".formatted(iri)));
    }

    private double confidence() {
      double confidence = find(CONFIDENCE).map(node -> number(CONFIDENCE, node)).orElse(0.9);
      if (!(confidence >= 0 && confidence <= 1)) {
        throw malformed("rule:confidence %s is not in [0, 1]".formatted(confidence));
      }
      return confidence;
    }

    private Optional<Status> purposeStatus() {
      return find(PURPOSE)
          .map(node -> status(node.isURIResource() ? node.asResource().getURI() : node.toString()));
    }

    private boolean flag(Property property) {
      Optional<RDFNode> value = find(property);
      if (value.isEmpty()) {
        return false;
      }
      try {
        return value.get().asLiteral().getBoolean();
      } catch (JenaException noBoolean) {
        throw malformed(
            "rule:%s is %s; write true or false".formatted(property.getLocalName(), value.get()));
      }
    }

    private double number(Property property, RDFNode node) {
      try {
        return node.asLiteral().getDouble();
      } catch (JenaException | NumberFormatException none) {
        throw malformed("rule:%s %s is no number".formatted(property.getLocalName(), node));
      }
    }

    private Status status(String iri) {
      for (Status status : Status.values()) {
        if (status.iri().equals(iri)) {
          return status;
        }
      }
      throw malformed("<%s> is no status of the ontology".formatted(iri));
    }

    private String expanded(String raw, Set<String> triggers) {
      Matcher matcher = CLASS.matcher(raw);
      StringBuilder pattern = new StringBuilder();
      while (matcher.find()) {
        String name = matcher.group(1);
        Set<String> lemmas =
            verbs
                .find(name)
                .orElseThrow(
                    () ->
                        malformed(
                            "there is no verb class @%s; there are %s"
                                .formatted(name, verbs.names())));
        triggers.addAll(lemmas);
        String alternatives = String.join("|", lemmas);
        boolean alone = matcher.start() > 0 && raw.charAt(matcher.start() - 1) == ':';
        matcher.appendReplacement(
            pattern, Matcher.quoteReplacement(alone ? "/" + alternatives + "/" : alternatives));
      }
      matcher.appendTail(pattern);
      return pattern.toString();
    }

    private List<ExtractionRule.Example> examples() {
      List<ExtractionRule.Example> examples = new ArrayList<>();
      for (RDFNode node : rule.listProperties(EXAMPLE).mapWith(s -> s.getObject()).toList()) {
        if (!node.isResource()) {
          throw malformed("rule:example needs rule:text and rule:reads");
        }
        Reader example = new Reader(file, node.asResource(), verbs);
        examples.add(new ExtractionRule.Example(example.text(TEXT), example.text(READS)));
      }
      if (examples.isEmpty()) {
        throw malformed("it needs a rule:example, a sentence that it reads");
      }
      examples.sort(Comparator.comparing(ExtractionRule.Example::text));
      return examples;
    }

    private List<String> silentOn() {
      List<String> sentences =
          rule.listProperties(SILENT_ON).mapWith(s -> string(SILENT_ON, s.getObject())).toList();
      if (sentences.isEmpty()) {
        throw malformed("it needs a rule:silentOn, a sentence that it must resist");
      }
      return sentences.stream().sorted().toList();
    }

    private UserException malformed(String cause) {
      String name = rule.isAnon() ? "an example" : "rule:" + rule.getLocalName();
      return new UserException(ExitCode.CONFIG, "%s, %s: %s".formatted(file, name, cause));
    }
  }
}
