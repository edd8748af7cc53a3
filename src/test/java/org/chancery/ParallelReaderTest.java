package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.article.Article;
import org.chancery.article.Read;
import org.chancery.claims.ArticleReading;
import org.junit.jupiter.api.Test;

class ParallelReaderTest {
  private final List<String> told = new ArrayList<>();

  @Test
  void resultsComeInTheOrderOfTheInputsHoweverLongEachTakes() {
    read(
        Stream.of(article("slow"), new Read.Rejected("b.txt", "empty", "no text"), article("c")),
        article -> {
          if (article.id().equals("slow")) {
            pause();
          }
          return silent(article);
        });

    assertThat(told).containsExactly("slow", "b.txt empty", "c");
  }

  @Test
  void articleThatBreaksTheReaderIsPassedOver() {
    read(
        Stream.of(article("a"), article("deep"), article("odd"), article("d")),
        article ->
            switch (article.id()) {
              case "deep" -> throw new StackOverflowError();
              case "odd" -> throw new IllegalStateException("no head");
              default -> silent(article);
            });

    assertThat(told).containsExactly("a", "deep analysis-failed", "odd analysis-failed", "d");
  }

  @Test
  void articleThatTakesTooLongIsPassedOverAndItsThreadReplaced() {
    CountDownLatch never = new CountDownLatch(1);
    List<Read> many = new ArrayList<>();
    for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
      many.add(article("endless" + i));
    }
    many.add(article("last"));
    read(
        many.stream(),
        article -> {
          if (article.id().startsWith("endless")) {
            waitUninterruptibly(never);
          }
          return silent(article);
        });
    never.countDown();

    assertThat(told).hasSize(many.size()).contains("endless0 timeout").last().isEqualTo("last");
  }

  /** As analysis does, which never looks whether it is to stop. */
  private static void waitUninterruptibly(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException ignored) {
        // Go on.
      }
    }
  }

  @Test
  void endOfMemoryEndsTheRun() {
    assertThatThrownBy(
            () ->
                read(
                    Stream.of(article("a")),
                    article -> {
                      throw new OutOfMemoryError("for this test");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void inputsAreNotDrawnFarAheadOfWhatIsTold() {
    AtomicInteger drawn = new AtomicInteger();
    AtomicInteger furthest = new AtomicInteger();
    new ParallelReader(ParallelReaderTest::silent)
        .read(
            IntStream.range(0, 1000)
                .mapToObj(n -> article("a" + n))
                .peek(a -> drawn.incrementAndGet()),
            taker(
                reading -> {
                  told.add(reading.article().id());
                  furthest.accumulateAndGet(drawn.get() - told.size(), Math::max);
                }));

    assertThat(told).hasSize(1000);
    assertThat(furthest.get()).isLessThan(100);
  }

  private void read(Stream<Read> inputs, Function<Article, ArticleReading> reader) {
    new ParallelReader(reader, Duration.ofSeconds(2))
        .read(inputs, taker(reading -> told.add(reading.article().id())));
  }

  private ParallelReader.Taker taker(Consumer<ArticleReading> read) {
    return new ParallelReader.Taker() {
      @Override
      public void read(Read.Ok input, ArticleReading reading, Duration took) {
        read.accept(reading);
      }

      @Override
      public void rejected(Read.Rejected no) {
        told.add(no.source() + " " + no.code());
      }

      @Override
      public void skipped(Read.Skipped skipped) {
        told.add(skipped.source() + " skipped");
      }
    };
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  private static Read article(String id) {
    return new Read.Ok(
        new Article(
            id, "Text.", "0", List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static ArticleReading silent(Article article) {
    return new ArticleReading(article, Map.of(), List.of(), List.of());
  }
}
