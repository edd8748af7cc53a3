package org.chancery.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chancery.ExitCode;
import org.chancery.Nearest;
import org.chancery.Pipeline;
import org.chancery.UserException;
import org.chancery.article.Article;
import org.chancery.article.ArticleReader;
import org.chancery.article.Read;
import org.chancery.article.Zone;
import org.chancery.article.Zoner;
import org.chancery.claims.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chancery explain}: why a sentence gives what it gives, and what a claim rests on. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Tells why sentences are read as they are, or what claims of the store rest on.",
      "With --sentence, reads a text and shows how. Otherwise finds claims by IRI, by place or by"
          + " fact; --source then shows how their sentences were read. Of a thing it also tells the names, why"
          + " articles are taken to speak of it, and what it was nearly one with."
    })
final class ExplainCommand implements Callable<Integer> {
  private final Supplier<Pipeline> pipeline;
  private final GraphSource source;
  private final OutputStream out;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "IRI or ARTICLE",
      description =
          "A claim or a thing, in full or as id:claim/…; with --at, the identifier of an article.")
  private List<String> targets = new ArrayList<>();

  @Option(
      names = "--sentence",
      paramLabel = "TEXT",
      description = "Sentences to read as if they were an article.")
  private Optional<String> text = Optional.empty();

  @Option(
      names = "--published",
      paramLabel = "DATE",
      description = "The day on which the text of --sentence was published, such as 2031-05-05.")
  private Optional<LocalDate> published = Optional.empty();

  @Option(
      names = "--at",
      paramLabel = "OFFSET",
      description = "Claims that rest on this character of the article, counted from 0.")
  private Optional<Integer> offset = Optional.empty();

  @Option(names = "--subject", paramLabel = "NAME", description = "Whom or what the fact is about.")
  private Optional<String> subject = Optional.empty();

  @Option(
      names = "--relation",
      paramLabel = "NAME",
      description = "A relation of the ontology, such as signs.")
  private Optional<String> relation = Optional.empty();

  @Option(names = "--object", paramLabel = "NAME", description = "The other side of the fact.")
  private Optional<String> object = Optional.empty();

  @Option(
      names = "--source",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files and folders of the articles, to read the sentences again.")
  private List<Path> sources = new ArrayList<>();

  @Mixin private InputOptions inputs = new InputOptions();

  @Mixin private StoreOption store = new StoreOption();

  /**
   * Makes the command.
   *
   * @param pipeline is asked for when something is to be read
   * @param out takes the explanation; messages go to the command line's error writer
   */
  ExplainCommand(Supplier<Pipeline> pipeline, GraphSource source, OutputStream out) {
    this.pipeline = pipeline;
    this.source = source;
    this.out = out;
  }

  @Override
  public Integer call() {
    Map<String, String> fact = fact();
    boolean asked = !targets.isEmpty() || !fact.isEmpty();
    if (text.isPresent() == asked || text.isPresent() && !sources.isEmpty()) {
      throw new UserException(
          ExitCode.USAGE,
          "Explain what? Pass either --sentence TEXT, or an IRI, an article with --at OFFSET, or"
              + " --subject, --relation and --object.");
    }
    if (published.isPresent() && text.isEmpty()) {
      throw new UserException(ExitCode.USAGE, "--published goes with --sentence.");
    }
    PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
    if (text.isPresent()) {
      explainText(text.get(), print);
    } else {
      explainClaims(fact, print);
    }
    print.flush();
    return ExitCode.OK;
  }

  private String nothingAt(String article, int place, StoredClaims stored) {
    List<String> articles = stored.articles();
    if (articles.contains(article)) {
      return "No claim of article \"%s\" rests on character %d. ./chancery query evidence lists all claims with their offsets."
          .formatted(article, place);
    }
    List<String> near = Nearest.of(article, articles, 3);
    return "%s has no article \"%s\".%s ./chancery status lists them all."
        .formatted(
            store.folder(),
            article,
            near.isEmpty() ? "" : " Did you mean %s?".formatted(String.join(" or ", near)));
  }

  private static void requireRelation(String name) {
    List<String> known = StoredClaims.relations();
    if (known.stream().noneMatch(name.strip()::equalsIgnoreCase)) {
      throw new UserException(
          ExitCode.USAGE,
          "--relation %s: did you mean %s? There are %s."
              .formatted(name, Nearest.of(name, known, 1).get(0), String.join(", ", known)));
    }
  }

  private Map<String, String> fact() {
    Map<String, String> fact = new LinkedHashMap<>();
    subject.ifPresent(name -> fact.put("subject", name));
    relation.ifPresent(ExplainCommand::requireRelation);
    relation.ifPresent(name -> fact.put("relation", name));
    object.ifPresent(name -> fact.put("object", name));
    return fact;
  }

  private void explainText(String words, PrintStream print) {
    if (words.isBlank()) {
      throw new UserException(ExitCode.USAGE, "--sentence is empty. Pass a sentence in quotes.");
    }
    Article read = Zoner.standard().article("sentence", words, "0".repeat(64));
    Article article =
        new Article(
            read.id(),
            read.text(),
            read.contentHash(),
            read.zones(),
            read.title(),
            published.or(read::publishedOn),
            read.datelinePlace(),
            read.origin());
    for (Zone zone : article.zones()) {
      if (!zone.kind().isRead() && zone.kind() != Zone.Kind.DATELINE) {
        spec.commandLine()
            .getErr()
            .printf(
                "[%d, %d) is taken for %s and is not read.%n",
                zone.span().start(), zone.span().end(), zone.kind());
      }
    }
    Explanation explanation = pipeline.get().explain(article);
    ExplanationText shown = new ExplanationText(explanation);
    print.print(explanation.sentences().stream().map(shown::of).collect(Collectors.joining("\n")));
  }

  private void explainClaims(Map<String, String> fact, PrintStream print) {
    Set<StoredClaim> claims = new LinkedHashSet<>();
    String gap = "";
    List<String> missing = new ArrayList<>();
    StoredClaims stored = new StoredClaims(source, store.folder());
    for (String target : targets) {
      if (offset.isPresent()) {
        List<StoredClaim> found = stored.at(target, offset.get());
        if (found.isEmpty()) {
          missing.add(nothingAt(target, offset.get(), stored));
        }
        claims.addAll(found);
        continue;
      }
      String iri = current(target, stored, missing);
      Optional<StoredThing> thing = StoredThing.find(source, store.folder(), iri);
      if (thing.isPresent()) {
        print.print(gap + thing.get().text());
        gap = "\n";
      }
      claims.addAll(stored.of(iri));
    }
    if (!fact.isEmpty()) {
      claims.addAll(stored.ofFact(fact));
    }
    if (claims.isEmpty() && gap.isEmpty()) {
      throw new UserException(
          ExitCode.NO_INPUT,
          missing.isEmpty()
              ? "%s has no such claim. ./chancery query evidence lists them all."
                  .formatted(store.folder())
              : String.join("\n", missing));
    }
    missing.forEach(spec.commandLine().getErr()::println);
    Map<String, Explanation> explanations =
        sources.isEmpty() ? Map.of() : explanations(claims, spec.commandLine().getErr());
    for (StoredClaim claim : claims) {
      print.print(gap + claim.text());
      Optional.ofNullable(explanations.get(claim.article()))
          .ifPresent(explanation -> print.print("\n" + sentences(claim, explanation)));
      gap = "\n";
    }
  }

  private static String sentences(StoredClaim claim, Explanation explanation) {
    ExplanationText shown = new ExplanationText(explanation);
    return explanation.sentences().stream()
        .filter(
            sentence ->
                claim.evidence().stream()
                    .anyMatch(
                        quote ->
                            quote.span().start() < sentence.read().sentence().span().end()
                                && sentence.read().sentence().span().start() < quote.span().end()))
        .map(shown::of)
        .collect(Collectors.joining("\n"));
  }

  /** The articles of the claims, read again, by their identifiers. */
  private Map<String, Explanation> explanations(Set<StoredClaim> claims, PrintWriter err) {
    Map<String, String> hashes = new LinkedHashMap<>();
    claims.forEach(claim -> hashes.put(claim.article(), claim.contentHash()));
    List<Article> articles = new ArrayList<>();
    for (Read read : new ArticleReader(Zoner.standard(), inputs.options()).read(sources).toList()) {
      if (read instanceof Read.Ok ok && hashes.containsKey(ok.article().id())) {
        articles.add(ok.article());
      }
    }
    Map<String, Explanation> explanations = new LinkedHashMap<>();
    if (!articles.isEmpty()) {
      Pipeline reading = pipeline.get();
      articles.forEach(article -> explanations.put(article.id(), reading.explain(article)));
    }
    for (Article article : articles) {
      if (!article.contentHash().equals(hashes.remove(article.id()))) {
        err.printf("%s has changed since the store was built. Build it anew.%n", article.id());
      }
    }
    hashes.keySet().forEach(id -> err.printf("--source has no article %s.%n", id));
    return explanations;
  }

  /**
   * The IRI under which the store has what someone calls so; says so if that is another.
   *
   * @param missing takes what to say if it has nothing that is called so
   */
  private String current(String target, StoredClaims stored, List<String> missing) {
    String iri = new WrittenIri(target).in(store.folder());
    if (StoredThing.find(source, store.folder(), iri).isPresent() || !stored.of(iri).isEmpty()) {
      return iri;
    }
    Optional<String> replacement = StoredThing.replacement(source, store.folder(), iri);
    if (replacement.isPresent()) {
      tell("<%s> is <%s> now: curation made them one.", iri, replacement.get());
      return replacement.get();
    }
    List<String> called = StoredThing.called(source, store.folder(), iri);
    if (called.size() == 1) {
      tell("No thing is called <%s>; that name is one of <%s>.", iri, called.get(0));
      return called.get(0);
    }
    List<String> near = called.isEmpty() ? StoredThing.near(source, store.folder(), iri) : called;
    missing.add(
        "%s has no <%s>.%s ./chancery query names lists all names, ./chancery query evidence all claims."
            .formatted(
                store.folder(),
                iri,
                near.isEmpty()
                    ? ""
                    : " Did you mean <%s>?".formatted(String.join("> or <", near))));
    return iri;
  }

  private void tell(String message, String... iris) {
    spec.commandLine().getErr().println(message.formatted((Object[]) iris));
  }
}
