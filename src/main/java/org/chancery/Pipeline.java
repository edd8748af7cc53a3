package org.chancery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.sparql.core.Quad;
import org.chancery.analysis.Analyzer;
import org.chancery.analysis.Parser;
import org.chancery.article.Article;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.ClaimExtractor;
import org.chancery.claims.Explanation;
import org.chancery.graph.CorpusGraph;
import org.chancery.ontology.Signatures;
import org.chancery.ontology.WordLists;
import org.chancery.reference.Countries;
import org.chancery.reference.Reference;
import org.chancery.resolution.Curation;

/**
 * From articles to a graph. {@link #read} is the half that looks at one article alone and may run
 * on any thread; {@link #graph} is the half that looks at all of them.
 */
public record Pipeline(Analyzer analyzer, ClaimExtractor extractor, GraphMaker graphMaker) {

  /** Loads rules, tables and models; takes seconds. */
  public static Pipeline load() {
    Reference reference = Reference.load();
    Countries countries = reference.countries();
    // Before the classes that keep some of them: what fails there is no longer told as it is.
    WordLists.load();
    // The rules before the tagger's models: a malformed one is told sooner.
    ClaimExtractor extractor =
        new ClaimExtractor(new Parser(), Signatures.load(), countries, reference.cities());
    return new Pipeline(new Analyzer(reference), extractor, GraphMaker.of(countries));
  }

  /** What one article says. */
  public ArticleReading read(Article article) {
    return extractor.extract(analyzer.analyze(article));
  }

  /** Why {@link #read} gives what it gives for an article. */
  public Explanation explain(Article article) {
    return extractor.explain(analyzer.analyze(article));
  }

  /**
   * The whole graph of a corpus: a graph per article, the countries they speak of, the ontology.
   *
   * @param readings in any order: the graph is the same
   * @param base what the IRIs of entities start with
   */
  public CorpusGraph graph(List<ArticleReading> readings, String base) {
    GraphMaker.Graphs graphs = graphMaker.graphs(readings, base, Curation.none());
    List<Quad> quads = new ArrayList<>();
    readings.stream()
        .sorted(Comparator.comparing(reading -> reading.article().id()))
        .forEach(reading -> quads.addAll(graphs.of(reading)));
    return new CorpusGraph(quads, graphs.background());
  }
}
