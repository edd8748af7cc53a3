package org.chancery.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a long run has come: a bar that is drawn over again where a person looks on, and a line
 * now and then elsewhere.
 */
final class Progress {
  private static final Duration BETWEEN_BARS = Duration.ofMillis(200);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(60);
  private static final Duration SOONEST_GUESS = Duration.ofSeconds(5);
  private static final int BAR = 24;
  private static final int WIDTH = 78;

  private final PrintWriter err;
  private final boolean watched;
  private final long total;
  private final LongSupplier taken;
  private final LongSupplier clock;
  private final long start;
  private long lastShown;
  private boolean barShown;
  private long articles;

  /**
   * Makes one.
   *
   * @param watched whether {@code err} is a terminal
   * @param total how many bytes there are in all; 0 if that is not known
   * @param taken how many of them have been read
   * @param clock in nanoseconds
   */
  Progress(PrintWriter err, boolean watched, long total, LongSupplier taken, LongSupplier clock) {
    this.err = err;
    this.watched = watched;
    this.total = total;
    this.taken = taken;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.lastShown = start;
  }

  /** One more input is dealt with. */
  void step() {
    articles++;
    long now = clock.getAsLong();
    Duration between = watched ? BETWEEN_BARS : BETWEEN_LINES;
    if (now - lastShown >= between.toNanos()) {
      lastShown = now;
      show(Duration.ofNanos(now - start));
    }
  }

  /** What comes next takes a while and cannot be measured. */
  void phase(String what) {
    if (watched) {
      clear();
      draw(what);
    }
  }

  /** Prints a message beside the bar. */
  void say(String line) {
    clear();
    err.println(line);
  }

  /** Takes the bar away. */
  void clear() {
    if (barShown) {
      err.print("\r" + " ".repeat(WIDTH) + "\r");
      err.flush();
      barShown = false;
    }
  }

  private void show(Duration elapsed) {
    double share = total > 0 ? Math.min(0.99, (double) taken.getAsLong() / total) : 0;
    String count = String.format(Locale.ROOT, "%,d inputs", articles);
    String percent = total > 0 ? ", %d %%".formatted((int) (share * 100)) : "";
    String left =
        share >= 0.01 && elapsed.compareTo(SOONEST_GUESS) >= 0
            ? ", about %s left".formatted(words(elapsed.toMillis() * (1 - share) / share))
            : "";
    if (watched) {
      int filled = (int) Math.round(share * BAR);
      String bar =
          total > 0 ? "[%s%s] ".formatted("#".repeat(filled), ".".repeat(BAR - filled)) : "";
      draw(bar + count + percent + left);
    } else {
      err.println(count + percent + left + ".");
    }
  }

  private void draw(String line) {
    String fitting = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
    err.print("\r" + fitting + " ".repeat(WIDTH - fitting.length()));
    err.flush();
    barShown = true;
  }

  private static String words(double millis) {
    long seconds = Math.round(millis / 1000);
    if (seconds < 90) {
      return seconds + " s";
    }
    long minutes = Math.round(seconds / 60.0);
    return minutes < 90 ? minutes + " min" : "%.1f h".formatted(minutes / 60.0);
  }
}
