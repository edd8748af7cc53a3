package org.chancery.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.archive.Entry;
import org.chancery.article.ArticleReader;
import org.chancery.article.OneLine;
import org.chancery.article.Read;
import org.chancery.article.Zoner;
import org.chancery.store.Finding;
import org.chancery.store.Snapshot;
import org.chancery.verification.Mismatch;
import org.chancery.verification.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chancery verify}: whether the store quotes its articles to the letter. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Without paths: looks at each index and node of the store, holds its graphs against what the",
      "builds noted, what is kept of the articles against its hashes, and each quotation against",
      "the kept texts. Builds and a server that runs go on meanwhile; servers and queries that begin",
      "meanwhile may be told to try again later.",
      "With paths: reads the articles anew and checks that each quotation of the store stands in",
      "them, at its offsets and with the words before and after it.",
      "While a server has the store open, the graph is fetched from it."
    })
final class VerifyCommand implements Callable<Integer> {
  private final GraphSource source;
  private final OutputStream out;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description =
          "What the store was built from: files and folders, as build takes them; none, to look at the store alone.")
  private List<Path> paths = new ArrayList<>();

  @Mixin private InputOptions inputs = new InputOptions();

  @Mixin private StoreOption store = new StoreOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * Makes the command.
   *
   * @param out takes the count; messages go to the command line's error writer
   */
  VerifyCommand(GraphSource source, OutputStream out) {
    this.source = source;
    this.out = out;
  }

  /**
   * Exits with {@link ExitCode#DATA} unless all evidence of all articles of the store was checked
   * and is right, also when that is so because a path is not there.
   */
  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (paths.isEmpty()) {
      return inspect(err);
    }
    Verification verification = source.read(store.folder(), Verification::of);
    ArticleReader.Options options = inputs.options();
    paths.forEach(path -> check(path, options, verification, err));
    for (String article : verification.missing()) {
      err.println(unchecked("missing-source", article, "no path has it. Pass its file, too"));
    }
    for (String article : verification.changed()) {
      err.println(
          unchecked(
              "changed-source", article, "it is not what was read then. Build the store anew"));
    }
    PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
    text.print(
        "%s of evidence in %s checked, %d wrong; %s not checked.\n"
            .formatted(
                count(verification.pieces(), "piece"),
                count(verification.articles(), "article"),
                verification.mismatches(),
                count(verification.missing().size() + verification.changed().size(), "article")));
    text.flush();
    return verification.isSound() ? ExitCode.OK : ExitCode.DATA;
  }

  private int inspect(PrintWriter err) {
    try (Snapshot snapshot = Snapshot.of(store.folder())) {
      return inspect(snapshot, err);
    } catch (UserException damaged) {
      if (damaged.exitCode() != ExitCode.DATA) {
        throw damaged;
      }
      String reason = String.valueOf(damaged.getMessage());
      err.println(line(new Finding("store", store.folder().toString(), reason)));
      return ExitCode.DATA;
    }
  }

  private int inspect(Snapshot snapshot, PrintWriter err) {
    List<Finding> findings = snapshot.inspect();
    findings.forEach(finding -> err.println(line(finding)));
    // Quotations of what cannot be read would only repeat that.
    Verification verification = Verification.of(DatasetGraphFactory.empty());
    if (findings.isEmpty()) {
      verification = snapshot.read(Verification::of);
      for (Entry entry : snapshot.ledger().entries().values()) {
        verification.check(snapshot.article(entry)).forEach(wrong -> err.println(line(wrong)));
      }
    }
    PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
    text.print(
        "%s and %d quads of %s looked at, %s of evidence checked; %d wrong.\n"
            .formatted(
                count(snapshot.ledger().entries().size(), "article"),
                snapshot.ledger().quads(),
                store.folder(),
                count(verification.pieces(), "piece"),
                findings.size() + verification.mismatches() + verification.missing().size()));
    text.flush();
    return findings.isEmpty() && verification.isSound() ? ExitCode.OK : ExitCode.DATA;
  }

  private static String line(Finding finding) {
    return "ERROR code=%s where=%s reason=%s"
        .formatted(finding.code(), OneLine.of(finding.where()), OneLine.of(finding.reason()));
  }

  /** Each path by itself: one that is not there keeps no other from being checked. */
  private static void check(
      Path path, ArticleReader.Options options, Verification verification, PrintWriter err) {
    try (Stream<Read> inputs = new ArticleReader(Zoner.standard(), options).read(List.of(path))) {
      inputs.forEach(
          input -> {
            if (input instanceof Read.Ok ok) {
              verification.check(ok.article()).forEach(wrong -> err.println(line(wrong)));
            } else if (input instanceof Read.Rejected no) {
              err.println(ErrorLine.of(no));
            }
          });
    } catch (UserException failure) {
      if (failure.exitCode() != ExitCode.NO_INPUT) {
        throw failure;
      }
      err.println(failure.getMessage());
    }
  }

  private static String line(Mismatch wrong) {
    return "ERROR code=mismatch article=%s claim=<%s> part=%s offsets=%s expected=\"%s\" found=\"%s\""
        .formatted(
            OneLine.of(wrong.article()),
            OneLine.of(wrong.claim()),
            wrong.part(),
            OneLine.of(wrong.offsets()),
            OneLine.of(wrong.expected()),
            OneLine.of(wrong.found()));
  }

  private static String unchecked(String code, String article, String reason) {
    return "ERROR code=%s article=%s reason=%s".formatted(code, OneLine.of(article), reason);
  }

  private static String count(int number, String noun) {
    return "%d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }
}
