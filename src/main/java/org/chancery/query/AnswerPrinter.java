package org.chancery.query;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.exec.RowSetStream;
import org.chancery.ExitCode;
import org.chancery.UserException;

/**
 * Prints answers, always in UTF-8.
 *
 * @param prefixes shorten IRIs in tables and Turtle
 */
public record AnswerPrinter(PrefixMapping prefixes) {
  /**
   * Prints an answer and flushes, but does not close.
   *
   * @throws UserException if the format does not suit the answer
   */
  public void print(Answer answer, AnswerFormat format, OutputStream out) {
    requireSuiting(answer, format);
    if (answer instanceof Answer.Triples triples) {
      turtle(triples.triples(), out);
    } else if (format == AnswerFormat.TABLE) {
      PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
      text.print(table(answer));
      text.flush();
    } else {
      write(answer, format, out);
    }
  }

  private static void requireSuiting(Answer answer, AnswerFormat format) {
    boolean graph = answer instanceof Answer.Triples;
    if (graph && format != AnswerFormat.TURTLE) {
      throw new UserException(
          ExitCode.USAGE,
          "The query yields triples, which --format %s cannot show: use turtle.".formatted(format));
    }
    if (!graph && format == AnswerFormat.TURTLE) {
      throw new UserException(
          ExitCode.USAGE,
          "The query yields rows, not triples: use --format table, csv, tsv, json or xml.");
    }
  }

  private String table(Answer answer) {
    if (answer instanceof Answer.Rows rows) {
      return new TextTable(prefixes).of(rows);
    }
    if (answer instanceof Answer.Truth truth) {
      return (truth.holds() ? "yes" : "no") + "\n";
    }
    throw new AssertionError("no table for " + answer);
  }

  private static void write(Answer answer, AnswerFormat format, OutputStream out) {
    RowSetWriter writer = RowSetWriterRegistry.getFactory(lang(format)).create(lang(format));
    if (answer instanceof Answer.Rows rows) {
      writer.write(
          out, RowSetStream.create(rows.columns(), rows.rows().iterator()), ARQ.getContext());
    } else if (answer instanceof Answer.Truth truth) {
      writer.write(out, truth.holds(), ARQ.getContext());
    }
  }

  private static Lang lang(AnswerFormat format) {
    return switch (format) {
      case CSV -> ResultSetLang.RS_CSV;
      case TSV -> ResultSetLang.RS_TSV;
      case JSON -> ResultSetLang.RS_JSON;
      case XML -> ResultSetLang.RS_XML;
      case TABLE, TURTLE -> throw new AssertionError(format + " has no writer of rows");
    };
  }

  /** Triples come sorted, and the block writer keeps their order. */
  private void turtle(List<Triple> triples, OutputStream out) {
    StreamRDF stream = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
    stream.start();
    prefixes.getNsPrefixMap().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(prefix -> stream.prefix(prefix.getKey(), prefix.getValue()));
    triples.forEach(stream::triple);
    stream.finish();
  }
}
