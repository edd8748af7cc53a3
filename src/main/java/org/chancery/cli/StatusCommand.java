package org.chancery.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.chancery.Engine;
import org.chancery.ExitCode;
import org.chancery.archive.Entry;
import org.chancery.archive.GraphNote;
import org.chancery.archive.Ledger;
import org.chancery.query.Answer;
import org.chancery.query.AnswerFormat;
import org.chancery.query.AnswerPrinter;
import org.chancery.store.StoreLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chancery status}: what a store is made of. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the articles of a store and what read them.",
      "An article is outdated if another version of Chancery read it; build its file again."
    })
final class StatusCommand implements Callable<Integer> {
  private static final Var ARTICLE = Var.alloc("article");
  private static final Var PUBLISHED = Var.alloc("published");
  private static final Var TITLE = Var.alloc("title");
  private static final Var CLAIMS = Var.alloc("claims");
  private static final Var HASH = Var.alloc("hash");
  private static final Var READING = Var.alloc("reading");

  /** How many digits of a hash people compare. */
  private static final int DIGITS = 12;

  private final OutputStream out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      converter = QueryCommand.FormatConverter.class,
      description = "table, csv, tsv, json or xml; ${DEFAULT-VALUE} unless given.")
  private AnswerFormat format = AnswerFormat.TABLE;

  @Mixin private StoreOption store = new StoreOption();

  /**
   * Makes the command.
   *
   * @param out takes the list
   */
  StatusCommand(OutputStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    StoreLedger status = StoreLedger.of(store.folder());
    List<Binding> rows = new ArrayList<>();
    for (Entry entry : status.ledger().entries().values()) {
      rows.add(row(entry));
    }
    Answer answer =
        new Answer.Rows(List.of(ARTICLE, PUBLISHED, TITLE, CLAIMS, HASH, READING), rows);
    new AnswerPrinter(PrefixMapping.Factory.create()).print(answer, format, out);
    if (format == AnswerFormat.TABLE) {
      PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
      text.print(totals(status));
      text.flush();
    }
    return ExitCode.OK;
  }

  private static Binding row(Entry entry) {
    BindingBuilder row = BindingFactory.builder();
    row.add(ARTICLE, text(entry.article()));
    entry
        .publishedOn()
        .ifPresent(
            day ->
                row.add(
                    PUBLISHED, NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate)));
    entry.title().ifPresent(title -> row.add(TITLE, text(title)));
    String claims = Integer.toString(entry.graph().map(GraphNote::claimCount).orElse(0));
    row.add(CLAIMS, NodeFactory.createLiteralDT(claims, XSDDatatype.XSDinteger));
    row.add(HASH, text(prefix(entry.contentHash())));
    row.add(READING, text(isOutdated(entry) ? "outdated" : "current"));
    return row.build();
  }

  private static boolean isOutdated(Entry entry) {
    return !entry.engine().equals(Engine.reading());
  }

  private static String prefix(String hash) {
    return hash.substring(0, Math.min(DIGITS, hash.length()));
  }

  private static Node text(String value) {
    return NodeFactory.createLiteralString(value);
  }

  private String totals(StoreLedger status) {
    Ledger ledger = status.ledger();
    int articles = ledger.entries().size();
    long outdated = ledger.entries().values().stream().filter(StatusCommand::isOutdated).count();
    long claims =
        ledger.entries().values().stream()
            .flatMap(entry -> entry.graph().stream())
            .mapToLong(GraphNote::claimCount)
            .sum();
    return """

        %d article%s, %d claims and %d quads in %s.%s
        This Chancery reads as version %s; %d article%s outdated.
        """
        .formatted(
            articles,
            articles == 1 ? "" : "s",
            claims,
            ledger.quads(),
            store.folder(),
            status.base().map(base -> " IRIs start with " + base + ".").orElse(""),
            prefix(Engine.reading()),
            outdated,
            outdated == 1 ? " is" : "s are");
  }
}
