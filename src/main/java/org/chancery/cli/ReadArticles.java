package org.chancery.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chancery.ParallelReader;
import org.chancery.Pipeline;
import org.chancery.article.ArticleReader;
import org.chancery.article.Read;
import org.chancery.article.Zoner;
import org.chancery.claims.ArticleReading;
import org.chancery.graph.CorpusGraph;

/**
 * The articles that were named on a command line, read.
 *
 * @param pipeline what they were read with
 * @param readings what each says, in the order of the paths
 * @param rejected how many inputs could not be read
 */
record ReadArticles(Pipeline pipeline, List<ArticleReading> readings, int rejected) {
  ReadArticles {
    readings = List.copyOf(readings);
  }

  /**
   * Reads them on all cores.
   *
   * @param pipeline is asked for when the articles have been found
   * @param err takes a line for each input that is passed over
   * @throws org.chancery.UserException if a path is not there, or no path leads to a file
   */
  static ReadArticles at(List<Path> paths, Supplier<Pipeline> pipeline, PrintWriter err) {
    // Before the models are loaded, which takes seconds: a path may not be there.
    Stream<Read> inputs = new ArticleReader(Zoner.standard()).read(paths);
    Pipeline loaded = pipeline.get();
    List<ArticleReading> readings = new ArrayList<>();
    AtomicInteger rejected = new AtomicInteger();
    new ParallelReader(loaded::read)
        .read(
            inputs,
            new ParallelReader.Taker() {
              @Override
              public void read(Read.Ok input, ArticleReading reading, Duration took) {
                input.warnings().forEach(warning -> err.println(ErrorLine.of(input, warning)));
                readings.add(reading);
              }

              @Override
              public void rejected(Read.Rejected no) {
                rejected.incrementAndGet();
                err.println(ErrorLine.of(no));
              }

              @Override
              public void skipped(Read.Skipped skipped) {
                if (skipped.isNoteworthy()) {
                  err.println(ErrorLine.of(skipped));
                }
              }
            });
    return new ReadArticles(loaded, readings, rejected.get());
  }

  /**
   * The graph of them all.
   *
   * @param base what the IRIs of entities start with
   */
  CorpusGraph graph(String base) {
    return pipeline.graph(readings, base);
  }
}
