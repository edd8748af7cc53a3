package org.chancery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chancery.article.Article;
import org.chancery.article.ArticleReader;
import org.chancery.article.Read;
import org.chancery.article.Zoner;
import org.chancery.claims.ArticleReading;
import org.chancery.graph.CorpusGraph;
import org.chancery.ontology.Chy;

/** The articles of {@code seeds/}, read once for all tests: the models take seconds to load. */
public final class Seeds {
  public static final Path FOLDER = Path.of("seeds");

  private Seeds() {}

  /** The pipeline that tests share. */
  public static Pipeline pipeline() {
    return Loaded.PIPELINE;
  }

  /** What each article says, in the order of the files. */
  public static List<ArticleReading> readings() {
    return Loaded.READINGS;
  }

  public static CorpusGraph graph() {
    return Loaded.GRAPH;
  }

  /** The articles themselves, which takes no models. */
  public static List<Article> articles() {
    return new ArticleReader(Zoner.standard())
        .read(List.of(FOLDER))
        .map(Read.Ok.class::cast)
        .map(Read.Ok::article)
        .toList();
  }

  /** Loaded when first asked for. */
  private static final class Loaded {
    static final Pipeline PIPELINE = Pipeline.load();
    static final List<ArticleReading> READINGS = read();
    static final CorpusGraph GRAPH = PIPELINE.graph(READINGS, Chy.DEFAULT_BASE);

    private static List<ArticleReading> read() {
      List<ArticleReading> readings = new ArrayList<>();
      new ParallelReader(PIPELINE::read)
          .read(
              new ArticleReader(Zoner.standard()).read(List.of(FOLDER)),
              new ParallelReader.Taker() {
                @Override
                public void read(Read.Ok input, ArticleReading reading, Duration took) {
                  readings.add(reading);
                }

                @Override
                public void rejected(Read.Rejected no) {
                  throw new AssertionError(no.toString());
                }

                @Override
                public void skipped(Read.Skipped skipped) {
                  throw new AssertionError(skipped.toString());
                }
              });
      return List.copyOf(readings);
    }
  }
}
