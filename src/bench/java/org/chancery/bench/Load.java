package org.chancery.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.GraphMaker;
import org.chancery.StoredCorpus;
import org.chancery.SyntheticNews;
import org.chancery.ontology.Chy;
import org.chancery.resolution.Curation;
import org.chancery.store.Store;
import org.chancery.validation.Violation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Clients that ask a server the shipped queries while builds go on. Each client also counts the
 * articles now and then: it must see whole builds, none of them again after a later one. Then many
 * queries that end by their time limit, and what the server's process holds before and after.
 */
@Command(
    name = "load",
    description = "Measures a server under many clients while its store is built on.",
    mixinStandardHelpOptions = true)
final class Load implements Runnable {
  private static final Pattern COUNT = Pattern.compile("\"value\"\\s*:\\s*\"([0-9]+)\"");
  private static final String COUNT_ARTICLES =
      "PREFIX chy: <https://w3id.org/chancery/ontology#> SELECT (COUNT(*) AS ?n) { ?a a chy:Article }";

  /** Never done: a product of all triples with themselves. */
  private static final String ENDLESS =
      "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";

  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final int NOT_NOW = 503;
  private static final int EVERY = 20;

  @Option(names = "--articles", defaultValue = "5000", description = "In the store at first.")
  private int articles = 5000;

  @Option(names = "--batch", defaultValue = "250", description = "Added by each build.")
  private int batch = 250;

  @Option(names = "--clients", defaultValue = "24", description = "Who ask at a time.")
  private int clients = 24;

  @Option(names = "--seconds", defaultValue = "300", description = "How long they ask.")
  private int seconds = 300;

  @Option(
      names = "--think",
      paramLabel = "MILLIS",
      defaultValue = "2000",
      description = "A client waits half of it to three halves between two questions.")
  private int think = 2000;

  @Option(names = "--calm", description = "Nothing is built beside.")
  private boolean calm;

  @Option(
      names = "--timeouts",
      defaultValue = "10000",
      description = "Queries that end by a limit of 50 ms, afterwards.")
  private int timeouts = 10_000;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  /**
   * The articles that a published build may have shown; the later one counts when it is through.
   */
  private final AtomicInteger published = new AtomicInteger();

  private final Map<String, List<Double>> millis = Collections.synchronizedMap(new TreeMap<>());
  private final Map<Integer, AtomicInteger> statuses = Collections.synchronizedMap(new TreeMap<>());
  private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    System.exit(new CommandLine(new Load()).execute(arguments));
  }

  @Override
  public void run() {
    try {
      Path folder = Files.createTempDirectory("chancery-load");
      try {
        measure(folder.resolve("store"));
      } finally {
        Scale.remove(folder);
      }
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private void measure(Path store) throws IOException, InterruptedException {
    SyntheticNews news = new SyntheticNews(1, articles * 2);
    build(store, news, 0, articles);
    published.set(articles);
    Questions questions;
    try (Store opened = Store.open(store)) {
      questions = Questions.of(opened);
    }
    try (ServedProcess server = new ServedProcess(store)) {
      warmUp(server.address(), questions);
      ServedProcess.Holdings before = server.holdings();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      List<Thread> asking = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        int number = client;
        Thread thread = new Thread(() -> ask(server.address(), questions, number, end));
        thread.start();
        asking.add(thread);
      }
      int builds = 0;
      int from = articles;
      while (!calm && System.nanoTime() < end) {
        build(store, news, from, from + batch);
        from += batch;
        builds++;
      }
      for (Thread thread : asking) {
        thread.join();
      }
      report(builds);
      System.out.printf("after warming up: %s%n", before);
      System.out.printf("after the clients: %s%n", server.holdings());
      timeOut(server);
      System.out.printf("alive: %s, wrong answers: %d %s%n", server.isAlive(), wrong.size(), wrong);
    }
  }

  private void build(Path store, SyntheticNews news, int from, int to) {
    try (StoredCorpus corpus =
        StoredCorpus.open(store, "synthetic", GraphMaker.load(), StoredCorpus.Thrift.STANDARD)) {
      for (int article = from; article < to; article++) {
        corpus.put(news.reading(article));
      }
      published.set(to);
      corpus.commit(Chy.DEFAULT_BASE, Curation.none(), Load::fail);
    }
  }

  private static void fail(Violation violation) {
    throw new AssertionError(violation);
  }

  private void warmUp(URI server, Questions questions) {
    Random random = new Random(7);
    for (int i = 0; i < 10 * Questions.count(); i++) {
      send(server, questions.any(random).text(), "");
    }
    statuses.clear();
  }

  private void ask(URI server, Questions questions, int client, long end) {
    Random random = new Random(client);
    int seen = 0;
    for (int turn = 0; System.nanoTime() < end; turn++) {
      pause(think / 2 + random.nextInt(think + 1));
      if (turn % EVERY == EVERY - 1) {
        seen = count(server, seen);
        continue;
      }
      Questions.Question question = questions.any(random);
      long start = System.nanoTime();
      HttpResponse<String> answer = send(server, question.text(), "");
      double took = (System.nanoTime() - start) / 1e6;
      if (answer.statusCode() == OK) {
        millis
            .computeIfAbsent(
                question.name(), name -> Collections.synchronizedList(new ArrayList<>()))
            .add(took);
      } else if (answer.statusCode() != TOO_MANY && answer.statusCode() != NOT_NOW) {
        wrong.add(question.name() + ": " + answer.statusCode());
      }
    }
  }

  /** Whole builds only, and none that is older than what this client has seen. */
  private int count(URI server, int seen) {
    HttpResponse<String> answer = send(server, COUNT_ARTICLES, "");
    if (answer.statusCode() != OK) {
      return seen;
    }
    Matcher value = COUNT.matcher(answer.body());
    int found = value.find() ? Integer.parseInt(value.group(1)) : -1;
    if (found < Math.max(seen, articles)
        || found > published.get()
        || (found - articles) % batch != 0) {
      wrong.add("%d articles, after %d".formatted(found, seen));
    }
    return found;
  }

  private HttpResponse<String> send(URI server, String query, String more) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("chancery/sparql"))
            .timeout(Duration.ofSeconds(60))
            .header("Accept", "application/sparql-results+json, text/turtle;q=0.9")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + more))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      statuses
          .computeIfAbsent(answer.statusCode(), status -> new AtomicInteger())
          .incrementAndGet();
      return answer;
    } catch (IOException failure) {
      wrong.add(failure.toString());
      throw new IllegalStateException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  private void report(int builds) {
    List<Double> all = new ArrayList<>();
    System.out.printf("%-26s %7s %8s %8s %8s  ms%n", "query", "asked", "median", "p95", "longest");
    millis.forEach(
        (name, times) -> {
          print(name, times);
          all.addAll(times);
        });
    print("all", all);
    System.out.printf(
        "%d clients, %d s, %d builds of %d articles beside; by status: %s%n",
        clients, seconds, builds, batch, statuses);
  }

  private static void print(String name, List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    System.out.printf(
        "%-26s %7d %8.0f %8.0f %8.0f%n",
        name,
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get(Math.min(sorted.size() - 1, sorted.size() * 95 / 100)),
        sorted.get(sorted.size() - 1));
  }

  /** Four at a time, as many as run at a time. */
  private void timeOut(ServedProcess server) throws IOException, InterruptedException {
    statuses.clear();
    ServedProcess.Holdings before = null;
    AtomicInteger left = new AtomicInteger(timeouts);
    int first = Math.min(timeouts, 100);
    for (int round = 0; round < 2; round++) {
      left.set(round == 0 ? first : timeouts);
      List<Thread> asking = new ArrayList<>();
      for (int client = 0; client < 4; client++) {
        Thread thread =
            new Thread(
                () -> {
                  while (left.getAndDecrement() > 0) {
                    if (send(server.address(), ENDLESS, "&timeout=0.05").statusCode() == OK) {
                      wrong.add("an endless query ended");
                    }
                  }
                });
        thread.start();
        asking.add(thread);
      }
      for (Thread thread : asking) {
        thread.join();
      }
      if (before == null) {
        before = server.holdings();
        System.out.printf("after %d time-outs: %s%n", first, before);
      }
    }
    System.out.printf(
        "after %d time-outs more: %s; by status: %s%n", timeouts, server.holdings(), statuses);
  }
}
