package org.chancery.site;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.RDFOutput;
import org.chancery.query.Answer;
import org.chancery.query.AnswerFormat;
import org.chancery.query.AnswerPrinter;

/** The forms in which an answer is downloaded. */
enum AnswerFile {
  CSV("csv", "text/csv;charset=utf-8", AnswerFormat.CSV),
  JSON("json", "application/sparql-results+json", AnswerFormat.JSON),
  TURTLE("ttl", "text/turtle;charset=utf-8", AnswerFormat.TURTLE);

  private final String extension;
  private final String type;
  private final AnswerFormat format;

  AnswerFile(String extension, String type, AnswerFormat format) {
    this.extension = extension;
    this.type = type;
    this.format = format;
  }

  static Optional<AnswerFile> named(String extension) {
    return Arrays.stream(values()).filter(file -> file.extension.equals(extension)).findFirst();
  }

  String extension() {
    return extension;
  }

  /** The media type. */
  String type() {
    return type;
  }

  /** Rows become Turtle in the W3C's result set vocabulary; triples become rows of three. */
  void write(Answer answer, PrefixMapping prefixes, OutputStream out) {
    if (this != TURTLE) {
      Answer rows = answer instanceof Answer.Triples triples ? AnswerTable.rows(triples) : answer;
      new AnswerPrinter(prefixes).print(rows, format, out);
    } else if (answer instanceof Answer.Rows rows) {
      turtle(
          RDFOutput.encodeAsModel(
              ResultSet.adapt(RowSetStream.create(rows.columns(), rows.rows().iterator()))),
          prefixes,
          out);
    } else if (answer instanceof Answer.Truth truth) {
      turtle(RDFOutput.encodeAsModel(truth.holds()), prefixes, out);
    } else {
      new AnswerPrinter(prefixes).print(answer, format, out);
    }
  }

  private static void turtle(Model model, PrefixMapping prefixes, OutputStream out) {
    model.setNsPrefixes(prefixes);
    RDFWriter.source(model).lang(Lang.TURTLE).output(out);
  }
}
