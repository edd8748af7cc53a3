package org.chancery.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chancery.ExitCode;
import org.chancery.UserException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the contestants by turns, each in a fresh process, and prints what they measured. */
@Command(
    name = "benchmark",
    description = {
      "Measures Chancery against CoreNLP's stock pipeline on the same articles: time to load,",
      "tokens per second when warm, peak memory; and Chancery's stages."
    },
    mixinStandardHelpOptions = true)
final class Benchmark implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      defaultValue = "seeds",
      description = "Text files and folders of them; ${DEFAULT-VALUE} unless given.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "How often each contestant has its turn; ${DEFAULT-VALUE} unless given.")
  private int rounds = 3;

  @Option(
      names = "--repeat",
      defaultValue = "4",
      description = "How often each article is read in a pass; ${DEFAULT-VALUE} unless given.")
  private int repeat = 4;

  @Option(
      names = "--warm-up",
      paramLabel = "PASSES",
      defaultValue = "1",
      description = {
        "How many passes come before the one that counts; ${DEFAULT-VALUE} unless given. While Java",
        "still compiles, it takes the second core from the second thread."
      })
  private int warmUps = 1;

  @Option(
      names = "--without-peer",
      description = "Measures Chancery alone: for a look at one's own change.")
  private boolean withoutPeer;

  @Option(
      names = "--peer-heap",
      paramLabel = "SIZE",
      defaultValue = "8g",
      description = "The peer's largest heap; ${DEFAULT-VALUE} unless given.")
  private String peerHeap = "8g";

  @Option(names = "--contestant", hidden = true, description = "Is this contestant's process.")
  private Optional<Contestant> contestant = Optional.empty();

  @Option(names = "--result", hidden = true, description = "Where this process tells its result.")
  private Optional<Path> result = Optional.empty();

  public static void main(String[] arguments) {
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(
        new CommandLine(new Benchmark())
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  if (failure instanceof UserException told) {
                    err.println(told.getMessage());
                    return told.exitCode();
                  }
                  throw failure;
                })
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rounds < 1 || repeat < 1 || warmUps < 1) {
      throw new UserException(ExitCode.USAGE, "--rounds, --repeat and --warm-up are 1 or more.");
    }
    Corpus corpus = Corpus.read(paths, repeat);
    if (contestant.isPresent() && result.isPresent()) {
      contestant.get().measure(corpus, warmUps).write(result.get());
      return ExitCode.OK;
    }
    print(heading(corpus));
    print(report(run()));
    return ExitCode.OK;
  }

  private Map<Contestant, List<Measurement>> run() throws IOException, InterruptedException {
    Map<Contestant, List<Measurement>> measured = new EnumMap<>(Contestant.class);
    for (int round = 0; round < rounds; round++) {
      for (Contestant each : Contestant.values()) {
        if (each != Contestant.PEER || !withoutPeer) {
          measured.computeIfAbsent(each, key -> new ArrayList<>()).add(inProcess(each));
        }
      }
    }
    return measured;
  }

  /** The turn of a contestant in a fresh Java, which inherits only standard error. */
  private Measurement inProcess(Contestant each) throws IOException, InterruptedException {
    Path file = Files.createTempFile("chancery-bench", ".tsv");
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add(heap(each));
      command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
      command.add("-cp");
      command.add(System.getProperty("java.class.path"));
      command.add(Benchmark.class.getName());
      command.addAll(List.of("--contestant", each.name(), "--result", file.toString()));
      command.addAll(List.of("--repeat", Integer.toString(repeat)));
      command.addAll(List.of("--warm-up", Integer.toString(warmUps)));
      paths.forEach(path -> command.add(path.toString()));
      int code =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.INHERIT)
              .start()
              .waitFor();
      if (code != 0) {
        throw new UserException(
            ExitCode.SOFTWARE,
            "The process of \"%s\" ended with %d; what it printed stands above."
                .formatted(each.label(), code));
      }
      Measurement turn = Measurement.read(file);
      // A run takes long: what is known so far outlives one that is cut short.
      System.err.println(each.label() + ": " + turn.values());
      return turn;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private String heap(Contestant each) {
    return each == Contestant.PEER ? "-Xmx" + peerHeap : each.heap();
  }

  private String heading(Corpus corpus) {
    return String.format(
        Locale.ROOT,
        """
        %d articles a pass, %d tokens; passes to warm up: %d, measured: 1; rounds: %d, by turns
        ours: zones, analysis and claims, java %s
        peer: stock CoreNLP, annotators = %s, the rest as it comes, java %s
        Java %s, %d processors; peak memory is %s

        """,
        corpus.articles().size(),
        corpus.tokens(),
        warmUps,
        rounds,
        Contestant.OURS.heap(),
        StockPipeline.ANNOTATORS,
        heap(Contestant.PEER),
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        PeakMemory.measure());
  }

  private static String report(Map<Contestant, List<Measurement>> measured) {
    Table table = new Table("");
    measured.forEach(
        (each, turns) -> {
          if (each != Contestant.STAGES) {
            table.add(each.label() + ": load, s", values(turns, Measurement.LOAD), 2);
            table.add(each.label() + ": tokens per second", values(turns, Measurement.SPEED), 0);
            table.add(
                each.label() + ": tokens per processor second",
                values(turns, Measurement.THRIFT),
                0);
            table.add(each.label() + ": peak memory, MiB", values(turns, Measurement.PEAK), 0);
          }
        });
    List<Measurement> ours = measured.getOrDefault(Contestant.OURS, List.of());
    List<Measurement> two = measured.getOrDefault(Contestant.OURS_2_THREADS, List.of());
    List<Measurement> peer = measured.getOrDefault(Contestant.PEER, List.of());
    if (!peer.isEmpty()) {
      table.add("ours / peer: load", ratios(ours, peer, Measurement.LOAD), 3);
      table.add("ours / peer: tokens per second", ratios(ours, peer, Measurement.SPEED), 1);
      table.add(
          "ours / peer: tokens per processor second", ratios(ours, peer, Measurement.THRIFT), 1);
      table.add("ours / peer: peak memory", ratios(ours, peer, Measurement.PEAK), 3);
    }
    table.add("2 threads / 1: tokens per second", ratios(two, ours, Measurement.SPEED), 2);
    Table shares = new Table("share of ours, %");
    List<Measurement> stages = measured.getOrDefault(Contestant.STAGES, List.of());
    for (String stage : stages.get(0).values().keySet()) {
      shares.add(stage, stages.stream().map(turn -> share(turn, stage)).toList(), 1);
    }
    return table + "\n" + shares;
  }

  private static double share(Measurement turn, String stage) {
    double whole = turn.values().values().stream().mapToDouble(Double::doubleValue).sum();
    return 100 * turn.get(stage) / whole;
  }

  private static List<Double> values(List<Measurement> turns, String name) {
    return turns.stream().map(turn -> turn.get(name)).toList();
  }

  private static List<Double> ratios(
      List<Measurement> above, List<Measurement> below, String name) {
    return Table.ratios(values(above, name), values(below, name));
  }

  private static void print(String text) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    out.print(text);
    out.flush();
  }
}
