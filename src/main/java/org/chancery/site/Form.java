package org.chancery.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which a thing's document is to be had; the first is what programs get by default.
 */
enum Form {
  TURTLE("ttl", "text/turtle", "Turtle"),
  JSON_LD("jsonld", "application/ld+json", "JSON-LD"),
  N_TRIPLES("nt", "application/n-triples", "N-Triples"),
  RDF_XML("rdf", "application/rdf+xml", "RDF/XML"),
  HTML("html", "text/html", "HTML");

  private final String extension;
  private final String type;
  private final String title;

  Form(String extension, String type, String title) {
    this.extension = extension;
    this.type = type;
    this.title = title;
  }

  /** What a document's address ends in, without the dot. */
  String extension() {
    return extension;
  }

  /** The media type. */
  String type() {
    return type;
  }

  /** What people call it. */
  String title() {
    return title;
  }

  /** The language of RDF, unless it is a page. */
  Optional<Lang> lang() {
    return Optional.ofNullable(RDFLanguages.contentTypeToLang(type));
  }

  static Optional<Form> withExtension(String extension) {
    return Arrays.stream(values()).filter(form -> form.extension.equals(extension)).findFirst();
  }

  /**
   * What a client wants most, as RFC 9110 has it: of the ranges that a type falls under the most
   * particular one counts. Of types wanted alike, the first here is given.
   *
   * @param accept the header; parts that make no sense are passed over
   * @return nothing if none will do
   */
  static Optional<Form> wanted(@Nullable String accept) {
    if (accept == null || accept.isBlank()) {
      return Optional.of(TURTLE);
    }
    List<Range> ranges = Range.all(accept);
    Optional<Form> best = Optional.empty();
    double most = 0;
    for (Form form : values()) {
      double weight = weight(form.type, ranges);
      if (weight > most) {
        most = weight;
        best = Optional.of(form);
      }
    }
    return best;
  }

  private static double weight(String type, List<Range> ranges) {
    double weight = 0;
    int particular = 0;
    for (Range range : ranges) {
      int how = range.matches(type);
      if (how > particular) {
        particular = how;
        weight = range.weight();
      }
    }
    return weight;
  }

  /** A part of an {@code Accept} header. */
  private record Range(String type, double weight) {
    static List<Range> all(String accept) {
      List<Range> ranges = new ArrayList<>();
      for (String part : accept.split(",", -1)) {
        String[] words = part.split(";", -1);
        if (words[0].contains("/")) {
          ranges.add(new Range(words[0].strip().toLowerCase(Locale.ROOT), weight(words)));
        }
      }
      return ranges;
    }

    private static double weight(String[] words) {
      for (int i = 1; i < words.length; i++) {
        String parameter = words[i].strip().toLowerCase(Locale.ROOT);
        if (parameter.startsWith("q=")) {
          try {
            double weight = Double.parseDouble(parameter.substring(2).strip());
            return weight >= 0 && weight <= 1 ? weight : 0;
          } catch (NumberFormatException nonsense) {
            return 0;
          }
        }
      }
      return 1;
    }

    /** 0 if not at all, more the closer. */
    int matches(String wanted) {
      if (type.equals(wanted)) {
        return 3;
      }
      if (type.equals(wanted.substring(0, wanted.indexOf('/') + 1) + "*")) {
        return 2;
      }
      return type.equals("*/*") ? 1 : 0;
    }
  }
}
