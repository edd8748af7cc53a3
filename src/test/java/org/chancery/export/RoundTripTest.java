package org.chancery.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.chancery.UserException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random datasets with odd words in them are the same after each format. How many is set by {@code
 * -Dchancery.roundtrips=N}.
 */
class RoundTripTest {
  private static final int DATASETS = Integer.getInteger("chancery.roundtrips", 100);

  /** Pieces of literals: what writers escape, what readers normalise, what terminals obey. */
  private static final List<String> WORDS =
      List.of(
          "signed",
          " ",
          "\"",
          "'",
          "\"\"\"",
          "\\",
          "\\u0041",
          "\n",
          "\r",
          "\r\n",
          "\t",
          "\b",
          "\f",
          "\u0001",
          "\u001b[31m",
          "\u007f",
          "\u0085",
          "\u2028",
          "\u202eabc\u202c",
          "\u05e9\u05dc",
          "\u0645\u0635\u0631",
          "\ufeff",
          "\u200d",
          "\u00ad",
          "e\u0301",
          "\u00e9",
          "\ud83d\ude00",
          "\ud835\udd18",
          "\uffff",
          "\ufffd",
          "<b>&amp;",
          "]]>",
          "{|}",
          "#",
          "@en",
          "^^",
          " . ",
          "%");

  private static final List<String> IRIS =
      List.of(
          "https://w3id.org/chancery/id/official/sela-tafa",
          "https://w3id.org/chancery/id/city/st/s\u00e3o-tom\u00e9",
          "https://w3id.org/chancery/id/office/%22a%20b%22",
          "https://w3id.org/chancery/id/a'b(c),d;e=f&g!h*i",
          "https://w3id.org/chancery/id/x.y.",
          "https://w3id.org/chancery/id/-a~b_c:d@e",
          "https://w3id.org/chancery/id/\u05e9\u05dc\u05d5\u05dd",
          "https://w3id.org/chancery/id/\ud835\udd18",
          "https://w3id.org/chancery/ontology#Claim",
          "http://example.org/?q=a+b&c=%C3%A9#f",
          "urn:uuid:00000000-0000-0000-0000-000000000001",
          "mailto:a@b.example");

  private static final List<String> PREDICATES =
      List.of(
          "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
          "http://www.w3.org/2000/01/rdf-schema#label",
          "https://w3id.org/chancery/ontology#signs",
          "http://purl.org/dc/terms/source",
          "http://example.org/p\u00e9",
          "http://example.org/a/b-c.d");

  private static final List<String> LANGUAGES =
      List.of("en", "en-GB", "zh-Hant-TW", "ar", "x-a-b", "sr-Latn-RS");

  private static final List<XSDDatatype> TYPES =
      List.of(
          XSDDatatype.XSDdate,
          XSDDatatype.XSDinteger,
          XSDDatatype.XSDdecimal,
          XSDDatatype.XSDdouble,
          XSDDatatype.XSDboolean,
          XSDDatatype.XSDanyURI);

  private static final List<String> LEXICAL =
      List.of("2031-05-03", "007", "-0", "1.50", "1e0", "1.", "true", "1", "NaN", "a b", "");

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void whatIsWrittenIsReadAsItWas(ExportFormat format) throws IOException {
    int refused = 0;
    for (int seed = 0; seed < DATASETS; seed++) {
      DatasetGraph data = data(new Random(seed));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        Export.everything(data).write(format, bytes);
      } catch (UserException notInXml) {
        assertThat(format).isEqualTo(ExportFormat.RDFXML);
        refused++;
        continue;
      }
      DatasetGraph back = DatasetGraphFactory.create();
      RDFDataMgr.read(back, new ByteArrayInputStream(bytes.toByteArray()), lang(format));
      assertThat(IsoMatcher.isomorphic(format.keepsGraphs() ? data : union(data), back))
          .as("%s of dataset %d:%n%s%nread as%n%s", format, seed, bytes, back)
          .isTrue();
    }
    // XML cannot hold most control characters, and says so.
    assertThat(refused).isLessThan(format == ExportFormat.RDFXML ? DATASETS : 1);
  }

  private static Lang lang(ExportFormat format) {
    return switch (format) {
      case TURTLE -> Lang.TURTLE;
      case TRIG -> Lang.TRIG;
      case NQUADS -> Lang.NQUADS;
      case NTRIPLES -> Lang.NTRIPLES;
      case JSONLD -> Lang.JSONLD;
      case RDFXML -> Lang.RDFXML;
    };
  }

  private static DatasetGraph union(DatasetGraph data) {
    var union = GraphFactory.createDefaultGraph();
    GraphView.createUnionGraph(data).stream().forEach(union::add);
    return DatasetGraphFactory.wrap(union);
  }

  /** Without blank nodes, which our graphs do not have. */
  private static DatasetGraph data(Random random) {
    DatasetGraph data = DatasetGraphFactory.create();
    // A third of the datasets keeps to what XML can say.
    boolean plain = random.nextInt(3) == 0;
    for (int i = 1 + random.nextInt(30); i > 0; i--) {
      data.add(
          Quad.create(
              iri(random),
              iri(random),
              NodeFactory.createURI(any(PREDICATES, random)),
              random.nextInt(3) == 0 ? iri(random) : literal(random, plain)));
    }
    return data;
  }

  private static Node iri(Random random) {
    return NodeFactory.createURI(any(IRIS, random));
  }

  private static Node literal(Random random, boolean plain) {
    if (random.nextInt(4) == 0) {
      return NodeFactory.createLiteralDT(any(LEXICAL, random), any(TYPES, random));
    }
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      String word = any(WORDS, random);
      if (!plain || word.codePoints().noneMatch(c -> c < ' ' || c == 0xFFFF)) {
        words.append(word);
      }
    }
    return random.nextBoolean()
        ? NodeFactory.createLiteralString(words.toString())
        : NodeFactory.createLiteralLang(words.toString(), any(LANGUAGES, random));
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
