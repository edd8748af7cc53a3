package org.chancery.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Adds up how long each stage takes, by its name. For one thread. */
final class Stopwatch {
  private final Map<String, Long> nanos = new LinkedHashMap<>();

  <T> T time(String stage, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    nanos.merge(stage, System.nanoTime() - start, Long::sum);
    return result;
  }

  /** What a stage took so far; nothing if it was never timed. */
  Duration total(String stage) {
    return Duration.ofNanos(nanos.getOrDefault(stage, 0L));
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
