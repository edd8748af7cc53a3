package org.chancery.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.UserException;

/**
 * Feeds a parser with inputs that were made worse. It starts from the corpus of the parser, {@code
 * src/test/resources/fuzz/PARSER/}, and takes up what gave an outcome that none gave before; with
 * the same seed it tries the same inputs. A parser may give a result or a {@link UserException}, in
 * two seconds of the processor's time. Anything else is a finding: the smallest input that shows it
 * is left in {@code target/fuzz/}, and belongs into the corpus once the parser is mended.
 *
 * <p>{@code -Dchancery.fuzz=N} sets how many inputs each parser gets, {@code
 * -Dchancery.fuzz.seed=N} the seed.
 */
public final class Fuzzer {
  private static final Path CORPUS = Path.of("src/test/resources/fuzz");
  private static final Path FINDINGS = Path.of("target/fuzz");
  private static final int MUTATIONS = Integer.getInteger("chancery.fuzz", 300);
  private static final long SEED = Long.getLong("chancery.fuzz.seed", 2031);

  private static final long LIMIT_NANOS = 2_000_000_000L;

  /** Waiting costs no time of the processor, but ends nevertheless. */
  private static final long LIMIT_WAITING_NANOS = 60_000_000_000L;

  /** As the threads that read articles have it. */
  private static final long STACK_BYTES = 16L << 20;

  private static final int MOST_FINDINGS = 8;
  private static final int MOST_KEPT = 400;
  private static final int SHRINKINGS = 600;

  /** What is fed. */
  public interface Parser {
    /**
     * Takes an input.
     *
     * @return what came of it, in few words: inputs with words of their own are worth keeping
     * @throws UserException if the input is malformed, as it should be told
     */
    Object take(byte[] input) throws Exception;
  }

  private final String name;
  private final Parser parser;
  private final List<String> words;
  private final List<byte[]> pool = new ArrayList<>();
  private final Set<String> outcomes = new HashSet<>();
  private final Map<String, String> findings = new TreeMap<>();
  private volatile byte[] current = new byte[0];
  private volatile long startCpu;
  private volatile long startTime = System.nanoTime();
  private volatile boolean ended;
  private final AtomicInteger tried = new AtomicInteger();
  private volatile long spent;

  private Fuzzer(String name, List<byte[]> start, Parser parser, List<String> words) {
    this.name = name;
    this.parser = parser;
    this.words = words;
    pool.addAll(start);
    pool.addAll(corpus(name));
  }

  /**
   * Feeds a parser, and fails if there are findings.
   *
   * @param name the folder of its corpus
   * @param words that mean something to it, such as names of fields
   */
  public static void feed(String name, Parser parser, String... words) {
    new Fuzzer(name, List.of(), parser, List.of(words)).run();
  }

  /**
   * The same for a parser whose inputs the program itself writes, in a form that may change.
   *
   * @param start such inputs
   */
  public static void feed(String name, List<byte[]> start, Parser parser, String... words) {
    new Fuzzer(name, start, parser, List.of(words)).run();
  }

  /** The files of a corpus, in the order of their names. */
  public static List<byte[]> corpus(String name) {
    if (!Files.isDirectory(CORPUS.resolve(name))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(CORPUS.resolve(name))) {
      List<byte[]> all = new ArrayList<>();
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        all.add(Files.readAllBytes(file));
      }
      return all;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void run() {
    Thread worker = new Thread(null, this::feedAll, "fuzz-" + name, STACK_BYTES);
    worker.setDaemon(true);
    startTime = System.nanoTime();
    worker.start();
    while (!ended) {
      try {
        worker.join(100);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      }
      if (!ended && isLate(worker)) {
        byte[] slow = current;
        String stack =
            Stream.of(worker.getStackTrace())
                .limit(12)
                .map(Object::toString)
                .collect(Collectors.joining("\n    "));
        found("slow", slow, "takes more than 2 s of the processor's time:\n    " + stack);
        break;
      }
    }
    System.out.printf(
        "fuzz %-16s %,9d inputs, %4d outcomes, %6.1f s of the processor, %d findings%n",
        name, tried.get(), outcomes.size(), spent / 1e9, findings.size());
    if (!findings.isEmpty()) {
      throw new AssertionError(
          "%s, seed %d: %s".formatted(name, SEED, String.join("\n", findings.values())));
    }
  }

  private boolean isLate(Thread worker) {
    long cpu = ManagementFactory.getThreadMXBean().getThreadCpuTime(worker.getId());
    return cpu >= 0
        && (cpu - startCpu > LIMIT_NANOS || System.nanoTime() - startTime > LIMIT_WAITING_NANOS);
  }

  private void feedAll() {
    try {
      Random random = new Random(SEED ^ name.hashCode());
      Mutator mutator = new Mutator(random, words);
      List.copyOf(pool).forEach(this::tryOne);
      for (int i = 0; i < MUTATIONS && findings.size() < MOST_FINDINGS; i++) {
        byte[] from = pool.get(random.nextInt(pool.size()));
        byte[] other = pool.get(random.nextInt(pool.size()));
        byte[] input = mutator.mutated(from, other);
        if (tryOne(input) && pool.size() < MOST_KEPT) {
          pool.add(input);
        }
      }
    } finally {
      spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      ended = true;
    }
  }

  /** Whether nothing before it came out so. */
  private boolean tryOne(byte[] input) {
    tried.incrementAndGet();
    try {
      return outcomes.add(outcome(input));
    } catch (Throwable finding) {
      String kind = kind(finding);
      if (!findings.containsKey(kind)) {
        byte[] least = least(input, kind);
        found(kind, least, kind + "\n    " + frames(finding));
      }
      return false;
    }
  }

  private String outcome(byte[] input) throws Exception {
    current = input;
    startCpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    startTime = System.nanoTime();
    try {
      return String.valueOf(parser.take(input));
    } catch (UserException told) {
      requireTold(told);
      return shape(String.valueOf(told.getMessage()));
    }
  }

  /** A message is for people and terminals: it says something, and commands nothing. */
  private static void requireTold(UserException told) {
    String message = String.valueOf(told.getMessage());
    if (message.isBlank() || message.equals("null")) {
      throw new AssertionError("a message says nothing", told);
    }
  }

  /** A message without what it quotes and counts. */
  private static String shape(String message) {
    return message.replaceAll("\"[^\"]*\"|[0-9]+", "").replaceAll("(?s)(.{60}).*", "$1");
  }

  private void found(String kind, byte[] input, String how) {
    try {
      Files.createDirectories(FINDINGS);
      Path file = FINDINGS.resolve(name + "-" + Integer.toHexString(kind.hashCode()) + ".input");
      Files.write(file, input);
      findings.put(
          kind,
          "\n  %s (input %d, %d bytes, \"%s\"): %s"
              .formatted(file, tried.get(), input.length, excerpt(input), how));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String excerpt(byte[] input) {
    String text = new String(input, 0, Math.min(120, input.length), StandardCharsets.ISO_8859_1);
    return text.chars()
        .mapToObj(c -> c < ' ' || c > '~' ? "\\x%02x".formatted(c) : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static String kind(Throwable finding) {
    String place =
        Stream.of(finding.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("org.chancery."))
            .map(frame -> frame.getClassName() + "." + frame.getMethodName())
            .findFirst()
            .orElse("");
    String message =
        finding instanceof AssertionError
            ? " "
                + shape(String.valueOf(finding.getMessage()).strip().lines().findFirst().orElse(""))
            : "";
    return finding.getClass().getName() + message + " in " + place;
  }

  private static String frames(Throwable finding) {
    return finding.getMessage()
        + "\n    "
        + Stream.of(finding.getStackTrace())
            .limit(25)
            .map(Object::toString)
            .collect(Collectors.joining("\n    "));
  }

  /** The same finding from as little as possible: parts are left out as long as it stays. */
  private byte[] least(byte[] input, String kind) {
    byte[] least = input;
    int left = SHRINKINGS;
    for (int part = Math.max(1, input.length / 2); part >= 1; part /= 2) {
      for (int at = 0; at < least.length && left > 0; left--) {
        int length = Math.min(part, least.length - at);
        byte[] shorter = Mutator.replaced(least, at, length, new byte[0]);
        if (shows(shorter, kind)) {
          least = shorter;
        } else {
          at += part;
        }
      }
    }
    return Arrays.copyOf(least, least.length);
  }

  private boolean shows(byte[] input, String kind) {
    try {
      outcome(input);
      return false;
    } catch (Throwable finding) {
      return kind(finding).equals(kind);
    }
  }
}
