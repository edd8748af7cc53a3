package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.chancery.ExitCode;
import org.chancery.GraphMaker;
import org.chancery.StoredCorpus;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Story;
import org.chancery.graph.SortedNQuads;
import org.chancery.mapping.LinksetGraph;
import org.chancery.ontology.Chy;
import org.chancery.resolution.Curation;
import org.chancery.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links, reviews and removes, and builds in between. */
class LinkCommandTest {
  private static final String DATA =
      """
      <http://www.wikidata.org/entity/Q91> <http://www.w3.org/2000/01/rdf-schema#label> "Reef Commission"@en .
      <http://www.wikidata.org/entity/Q91> <http://www.wikidata.org/prop/direct/P31> <http://www.wikidata.org/entity/Q43229> .
      <http://www.wikidata.org/entity/Q92> <http://www.w3.org/2000/01/rdf-schema#label> "Lagoon Council of States"@en .
      <http://www.wikidata.org/entity/Q92> <http://www.wikidata.org/prop/direct/P31> <http://www.wikidata.org/entity/Q43229> .
      """;

  private final Path folder;
  private final Path store;
  private final Path data;

  LinkCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.store = folder.resolve("store");
    this.data = Files.writeString(folder.resolve("data.nt"), DATA);
    put(organization("a", "Reef Commission"));
    put(organization("b", "Lagoon Council"));
  }

  @Test
  void linksAndProposalsSurviveBuildsByteForByte() {
    CommandRun run = link("wikidata", "--to", data);
    assertThat(run.exitCode()).as("%s", run.messages()).isEqualTo(ExitCode.OK);
    assertThat(run.output()).isEqualTo("wikidata: 1 link, 1 proposal, 0 decisions.\n");
    List<String> before = contents();
    assertThat(linkset())
        .anyMatch(line -> line.contains("owl#sameAs> <http://www.wikidata.org/entity/Q91>"))
        .anyMatch(line -> line.contains("closeMatch> <http://www.wikidata.org/entity/Q92>"))
        .anyMatch(line -> line.contains("sssom/confidence"))
        .anyMatch(line -> line.contains("name=1.000"));

    put(organization("c", "Harbour Board"));
    remove("c");
    assertThat(contents()).isEqualTo(before);
    link("wikidata", "--to", data);
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void decisionsWinAndStay() throws IOException {
    Path review = proposed();
    String decided =
        Files.readString(review)
            .replaceAll(
                "(?m)^(id:\\S+\\t[^\\t]*\\t)owl:sameAs\\t\\t(wd:Q91\\t[^\\t]*\\t)semapv:\\w+",
                "$1owl:sameAs\tNot\t$2semapv:ManualMappingCuration")
            .replaceAll(
                "(?m)^(id:\\S+\\t[^\\t]*\\t)skos:closeMatch(\\t\\twd:Q92\\t[^\\t]*\\t)semapv:\\w+",
                "$1owl:sameAs$2semapv:ManualMappingCuration");
    Files.writeString(review, decided);
    CommandRun run = link("wikidata", "--decisions", review);
    assertThat(run.output())
        .as("%s", run.messages())
        .isEqualTo("wikidata: 1 link, 0 proposals, 2 decisions.\n");
    List<String> after = contents();
    link("wikidata", "--to", data);
    assertThat(contents()).isEqualTo(after);
    assertThat(linkset())
        .noneMatch(line -> line.contains("Q91"))
        .anyMatch(line -> line.contains("owl#sameAs> <http://www.wikidata.org/entity/Q92>"));

    CommandRun removed = link("--remove", "wikidata");
    assertThat(removed.output())
        .contains("Links to wikidata removed.", "--decisions takes them again");
    assertThat(linkset()).isEmpty();
    link("wikidata", "--decisions", store.resolve("links/wikidata.removed.sssom.tsv"));
    assertThat(contents()).isEqualTo(after);
  }

  /** A file with the links and proposals of a first run, for a person to decide on. */
  private Path proposed() {
    Path review = folder.resolve("review.tsv");
    link("wikidata", "--to", data, "--review", review);
    return review;
  }

  @Test
  void aDecisionIsTakenBackOnlyWhenThatIsSaid() throws IOException {
    Path review = proposed();
    String open = Files.readString(review);
    Files.writeString(
        review,
        open.replaceAll(
            "(?m)^(id:\\S+\\t[^\\t]*\\t)skos:closeMatch\\t\\t(wd:Q92\\t[^\\t]*\\t)semapv:\\w+",
            "$1owl:sameAs\tNot\t$2semapv:ManualMappingCuration"));
    assertThat(link("wikidata", "--decisions", review).output())
        .isEqualTo("wikidata: 1 link, 0 proposals, 1 decision.\n");

    Files.writeString(review, open);
    CommandRun kept = link("wikidata", "--decisions", review);
    assertThat(kept.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(kept.messages())
        .singleElement()
        .asString()
        .endsWith("Pass --take-back to take earlier decisions on its rows back.");
    Files.writeString(
        review,
        open.replaceAll(
            "(\towl:sameAs\t\twd:Q91\t.*?\t)semapv:\\w+", "$1semapv:ManualMappingCuration"));
    CommandRun other = link("wikidata", "--decisions", review);
    assertThat(other.output()).isEqualTo("wikidata: 1 link, 0 proposals, 2 decisions.\n");
    assertThat(other.messages())
        .containsExactly(
            "1 decision stays, though %s has it no more. Pass --take-back, too, to take it back."
                .formatted(review));

    Files.writeString(review, open);
    CommandRun back = link("wikidata", "--decisions", review, "--take-back");
    assertThat(back.exitCode()).as("%s", back.messages()).isEqualTo(ExitCode.OK);
    assertThat(back.output()).isEqualTo("wikidata: 0 links, 2 proposals, 0 decisions.\n");
    assertThat(linkset())
        .anyMatch(line -> line.contains("closeMatch> <http://www.wikidata.org/entity/Q92>"));
    assertThat(link("wikidata", "--to", data).output())
        .isEqualTo("wikidata: 1 link, 1 proposal, 0 decisions.\n");
    assertThat(link("wikidata", "--take-back").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void thatTheTargetHasNoSuchThingIsTakenBackByTheRowThatItStoodIn() throws IOException {
    Path review = proposed();
    String open = Files.readString(review);
    Files.writeString(
        review,
        open.replaceAll(
            "wd:Q92\\t([^\\t]*\\t)semapv:\\w+",
            "sssom:NoTermFound\t$1semapv:ManualMappingCuration"));
    assertThat(link("wikidata", "--decisions", review).output())
        .isEqualTo("wikidata: 1 link, 0 proposals, 1 decision.\n");
    Files.writeString(review, open);
    assertThat(link("wikidata", "--decisions", review, "--take-back").output())
        .isEqualTo("wikidata: 1 link, 1 proposal, 0 decisions.\n");
  }

  @Test
  void aRowThatNeitherAcceptsNorRejectsIsNoDecision() throws IOException {
    Path review = proposed();
    Files.writeString(
        review,
        Files.readString(review)
            .replaceAll("(\tskos:closeMatch\t.*?\t)semapv:\\w+", "$1semapv:ManualMappingCuration"));
    CommandRun run = link("wikidata", "--decisions", review);
    assertThat(run.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(run.messages())
        .singleElement()
        .asString()
        .contains(
            "wikidata.org/entity/Q92> is semapv:ManualMappingCuration, but",
            "closeMatch> decides nothing. Write owl:sameAs or skos:exactMatch to accept");
    assertThat(link("wikidata", "--decisions", folder.resolve("none.tsv")).messages())
        .singleElement()
        .asString()
        .matches("There is no file .*none.tsv for --decisions\\.");
  }

  @Test
  void whatIsNoLongerThereIsNotLinkedButNotForgotten() {
    link("wikidata", "--to", data);
    List<String> before = contents();
    assertThat(remove("a"))
        .singleElement()
        .asString()
        .contains("wikidata.sssom.tsv has mappings of 1 thing that the store does not hold");
    assertThat(linkset()).noneMatch(line -> line.contains("Q91"));
    put(organization("a", "Reef Commission"));
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void whatCannotBeDoneIsSaid() throws IOException {
    assertThat(link("wikidata").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(link("Wiki Data", "--to", data).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(link("wikidata", "--to", folder.resolve("none.nt")).exitCode())
        .isEqualTo(ExitCode.NO_INPUT);
    assertThat(link("wikidata", "--remove").exitCode()).isEqualTo(ExitCode.NO_INPUT);
    Path broken = Files.writeString(folder.resolve("broken.nt"), "<a> <b> .");
    assertThat(link("wikidata", "--to", broken).exitCode()).isEqualTo(ExitCode.DATA);
    CommandRun down = link("wikidata", "--endpoint", "http://localhost:1/sparql");
    assertThat(down.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(down.messages())
        .singleElement()
        .asString()
        .startsWith("http://localhost:1/sparql does not answer (it takes no connection).");
    assertThat(linkset()).isEmpty();
  }

  @Test
  void aServiceThatBreaksOffLeavesTheStoreAndIsNotAskedTwice() throws IOException {
    DatasetGraph graph = DatasetGraphFactory.createTxnMem();
    graph.executeWrite(() -> RDFDataMgr.read(graph.getDefaultGraph(), data.toString()));
    FusekiServer fuseki = FusekiServer.create().loopback(true).port(0).add("/x", graph).build();
    fuseki.start();
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger well = new AtomicInteger(1);
    HttpServer between = breakingOff(fuseki.getPort(), asked, well);
    try {
      String endpoint = "http://localhost:" + between.getAddress().getPort() + "/x/sparql";
      Path cache = folder.resolve("cache");
      List<String> before = contents();
      CommandRun broken = link("wikidata", "--endpoint", endpoint, "--cache", cache);
      assertThat(broken.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
      assertThat(broken.messages())
          .singleElement()
          .asString()
          .contains("answers 503", "the store is as it was", "is not asked again");
      assertThat(contents()).isEqualTo(before);

      well.set(Integer.MAX_VALUE);
      int answered = 1;
      asked.set(0);
      CommandRun whole = link("wikidata", "--endpoint", endpoint, "--cache", cache);
      assertThat(whole.exitCode()).as("%s", whole.messages()).isEqualTo(ExitCode.OK);
      assertThat(whole.output()).isEqualTo("wikidata: 1 link, 0 proposals, 0 decisions.\n");
      int first = asked.getAndSet(0);
      link("wikidata", "--endpoint", endpoint, "--cache", cache);
      assertThat(asked).hasValue(0);
      link("other", "--endpoint", endpoint);
      assertThat(asked).hasValue(first + answered);
    } finally {
      between.stop(0);
      fuseki.stop();
    }
  }

  /** Passes questions on, and answers 503 when so many have been answered. */
  private static HttpServer breakingOff(int port, AtomicInteger asked, AtomicInteger well)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    HttpClient client = HttpClient.newHttpClient();
    server.createContext(
        "/",
        exchange -> {
          byte[] form = exchange.getRequestBody().readAllBytes();
          if (asked.incrementAndGet() > well.get()) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
          }
          try {
            byte[] answer =
                client
                    .send(
                        HttpRequest.newBuilder(
                                URI.create("http://localhost:" + port + exchange.getRequestURI()))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept", "application/sparql-results+json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(form))
                            .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          } finally {
            exchange.close();
          }
        });
    server.start();
    return server;
  }

  private CommandRun link(Object... arguments) {
    Object[] all = new Object[arguments.length + 3];
    all[0] = "link";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--store";
    all[arguments.length + 2] = store;
    return CommandRun.of(all);
  }

  private static ArticleReading organization(String article, String name) {
    return Story.of(article).organization("o", "", name).reading();
  }

  private void put(ArticleReading reading) {
    try (StoredCorpus corpus = open()) {
      corpus.put(reading);
      commit(corpus);
    }
  }

  private List<String> remove(String article) {
    try (StoredCorpus corpus = open()) {
      corpus.remove(article);
      return commit(corpus);
    }
  }

  private StoredCorpus open() {
    return StoredCorpus.open(store, "test", GraphMaker.load(), StoredCorpus.Thrift.STANDARD);
  }

  private static List<String> commit(StoredCorpus corpus) {
    return corpus
        .commit(
            Chy.DEFAULT_BASE,
            Curation.none(),
            violation -> {
              throw new AssertionError(violation);
            })
        .warnings();
  }

  private List<String> linkset() {
    return contents().stream()
        .filter(line -> line.contains(LinksetGraph.name("wikidata")))
        .toList();
  }

  private List<String> contents() {
    try (Store open = Store.open(store)) {
      return open.read(dataset -> List.copyOf(SortedNQuads.lines(dataset.stream().toList())));
    }
  }
}
