package org.chancery.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.chancery.Engine;
import org.chancery.ExitCode;
import org.chancery.GraphMaker;
import org.chancery.Nearest;
import org.chancery.StoredCorpus;
import org.chancery.UserException;
import org.chancery.ontology.Chy;
import org.chancery.resolution.Curation;
import org.chancery.store.Store;
import org.chancery.store.StoreLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chancery remove}: takes articles out of a store. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = {
      "Takes articles out of a store, with all that they alone say.",
      "The store is then as if they had never been read."
    })
final class RemoveCommand implements Callable<Integer> {
  private static final int SUGGESTIONS = 3;

  @Parameters(
      arity = "0..*",
      paramLabel = "ARTICLE",
      description = "Identifiers, as ./chancery status lists them.")
  private List<String> articles = new ArrayList<>();

  @Option(names = "--all", description = "Takes out all of them.")
  private boolean all;

  @Mixin private CurationOption curation = new CurationOption();

  @Mixin private StoreOption store = new StoreOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (all != articles.isEmpty()) {
      throw new UserException(
          ExitCode.USAGE, "Remove what? Pass either identifiers of articles or --all.");
    }
    Store.require(store.folder());
    Curation decisions =
        all
            ? Curation.none()
            : curation.read(StoreLedger.base(store.folder()).orElse(Chy.DEFAULT_BASE));
    long start = System.nanoTime();
    PrintWriter out = spec.commandLine().getOut();
    try (StoredCorpus corpus = open()) {
      Set<String> named = new LinkedHashSet<>(articles);
      named.forEach(article -> requireArticle(article, corpus));
      named.forEach(corpus::remove);
      StoredCorpus.Outcome outcome =
          corpus.commit(
              corpus.base().orElse(Chy.DEFAULT_BASE),
              decisions,
              new ViolationLines(spec.commandLine().getErr()));
      out.println(
          all
              ? "All articles removed."
              : "%d article%s removed.".formatted(named.size(), named.size() == 1 ? "" : "s"));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      out.print(new BuildSummary(outcome, decisions).text(store.folder(), took));
      out.flush();
      outcome.warnings().forEach(spec.commandLine().getErr()::println);
    }
    return ExitCode.OK;
  }

  private StoredCorpus open() {
    return all
        ? StoredCorpus.openAnew(store.folder(), Engine.reading(), GraphMaker.load())
        : StoredCorpus.open(
            store.folder(), Engine.reading(), GraphMaker.load(), StoredCorpus.Thrift.STANDARD);
  }

  private void requireArticle(String article, StoredCorpus corpus) {
    if (!corpus.has(article)) {
      List<String> nearest = Nearest.of(article, corpus.articles(), SUGGESTIONS);
      throw new UserException(
          ExitCode.NO_INPUT,
          "%s has no article \"%s\"%s. ./chancery status lists them all. The store is as it was."
              .formatted(
                  store.folder(),
                  article,
                  nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest) + "?")
              .replace("?.", "?"));
    }
  }
}
