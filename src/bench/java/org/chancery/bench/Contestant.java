package org.chancery.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What runs in a process of its own, and the options of its Java. */
enum Contestant {
  /** Chancery on one thread: zones, analysis and claims. */
  OURS("-Xmx3g"),
  /** Chancery on two threads. */
  OURS_2_THREADS("-Xmx3g"),
  /** The stock pipeline, on one thread as it comes. */
  PEER("-Xmx8g"),
  /** Chancery on one thread, stage by stage. */
  STAGES("-Xmx3g");

  private final String heap;

  Contestant(String heap) {
    this.heap = heap;
  }

  /** The largest heap of its Java unless another is asked for; the launcher's own for Chancery. */
  String heap() {
    return heap;
  }

  /**
   * Loads, reads the corpus to warm up and once more for the figures.
   *
   * @param warmUps passes before the one that counts; the stages warm up by one
   */
  Measurement measure(Corpus corpus, int warmUps) {
    if (this == STAGES) {
      return new Measurement(Stages.measure(corpus));
    }
    Stopwatch watch = new Stopwatch();
    Reading reading =
        watch.time(
            Measurement.LOAD,
            () ->
                switch (this) {
                  case OURS -> new Ours(1);
                  case OURS_2_THREADS -> new Ours(2);
                  case PEER -> new StockPipeline();
                  case STAGES -> throw new AssertionError("measured above");
                });
    for (int pass = 0; pass < warmUps; pass++) {
      reading.read(corpus);
    }
    double before = processorSeconds();
    watch.time(Measurement.SPEED, () -> reading.read(corpus));
    double processor = processorSeconds() - before;
    Map<String, Double> values = new LinkedHashMap<>();
    values.put(Measurement.LOAD, Stopwatch.seconds(watch.total(Measurement.LOAD)));
    values.put(
        Measurement.SPEED, corpus.tokens() / Stopwatch.seconds(watch.total(Measurement.SPEED)));
    values.put(Measurement.THRIFT, corpus.tokens() / processor);
    values.put(Measurement.PEAK, PeakMemory.mebibytes());
    return new Measurement(values);
  }

  private static double processorSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  /** One that reads a corpus. */
  interface Reading {
    /** Returns how many things were found, so that none of the work can be left out. */
    int read(Corpus corpus);
  }

  /** The name as an argument and in tables. */
  String label() {
    List<String> words = new ArrayList<>(List.of(name().toLowerCase(Locale.ROOT).split("_", -1)));
    return String.join(" ", words);
  }
}
