package org.chancery.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.Pipeline;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Parser;
import org.chancery.analysis.StagedAnalyzer;
import org.chancery.article.Article;
import org.chancery.article.Zoner;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.ParsedSentences;
import org.chancery.ontology.Chy;
import org.chancery.ontology.Signatures;
import org.chancery.reference.Reference;

/**
 * How long each stage of Chancery takes. The stages inside a door are done a second time by
 * themselves, and what they took is taken off the door's time.
 */
final class Stages {
  private static final String ZONING = "zoning";
  private static final String TAGGING = "tagging and names";
  private static final String MENTIONS = "days and mentions";
  private static final String PARSING = "parsing";
  private static final String CLAIMS = "claims";
  private static final String GRAPH = "resolution and graph";

  private final Zoner zoner = Zoner.standard();
  private final Pipeline pipeline = Pipeline.load();
  private final StagedAnalyzer analyzer = new StagedAnalyzer(Reference.load());
  private final Parser parser = new Parser();
  private final ParsedSentences parsed = new ParsedSentences(Signatures.load());

  private Stages() {}

  /** Seconds by stage for the pass after the warm-up. */
  static Map<String, Double> measure(Corpus corpus) {
    Stages stages = new Stages();
    stages.pass(corpus, new Stopwatch());
    Stopwatch watch = new Stopwatch();
    stages.pass(corpus, watch);
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put(ZONING, Stopwatch.seconds(watch.total(ZONING)));
    seconds.put(TAGGING, Stopwatch.seconds(watch.total(TAGGING)));
    seconds.put(MENTIONS, rest(watch, MENTIONS, TAGGING));
    seconds.put(PARSING, Stopwatch.seconds(watch.total(PARSING)));
    seconds.put(CLAIMS, rest(watch, CLAIMS, PARSING));
    seconds.put(GRAPH, Stopwatch.seconds(watch.total(GRAPH)));
    return seconds;
  }

  private static double rest(Stopwatch watch, String door, String inside) {
    Duration rest = watch.total(door).minus(watch.total(inside));
    return Math.max(0, Stopwatch.seconds(rest));
  }

  private void pass(Corpus corpus, Stopwatch watch) {
    List<ArticleReading> readings = new ArrayList<>();
    for (Article read : corpus.articles()) {
      Article article =
          watch.time(ZONING, () -> zoner.article(read.id(), read.text(), read.contentHash()));
      watch.time(TAGGING, () -> analyzer.tag(article));
      Analysis analysis = watch.time(MENTIONS, () -> analyzer.analyze(article));
      for (Analysis.Read sentence : parsed.of(analysis)) {
        watch.time(PARSING, () -> parser.parse(sentence.units()));
      }
      readings.add(watch.time(CLAIMS, () -> pipeline.extractor().extract(analysis)));
    }
    watch.time(GRAPH, () -> pipeline.graph(readings, Chy.DEFAULT_BASE));
  }
}
