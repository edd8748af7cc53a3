package org.chancery.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.sse.SSE;
import org.chancery.catalogue.Catalogue;
import org.chancery.site.Shown;
import org.chancery.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconciliationServiceTest {
  private record Uncatalogued(Store store) implements Shown {
    @Override
    public Optional<Catalogue> catalogue() {
      return Optional.empty();
    }
  }

  @Test
  void whileNamesAreReadClientsAreToldToComeAgain(@TempDir Path folder)
      throws IOException, InterruptedException {
    Store.replace(folder, Stream.of());
    try (Store store = Store.open(folder)) {
      FusekiServer server =
          FusekiServer.create()
              .loopback(true)
              .port(0)
              .addServlet("/reconcile/*", new ReconciliationService(new Uncatalogued(store)))
              .build()
              .start();
      try {
        for (String path :
            new String[] {
              "?queries=%7B%22q%22:%7B%22query%22:%22a%22%7D%7D",
              "?query=a",
              "/suggest/entity?prefix=a",
              "/preview?id=a",
              "/view?id=a"
            }) {
          HttpResponse<String> answer = get(server, path);
          assertThat(answer.statusCode()).as(path).isEqualTo(503);
          assertThat(answer.headers().firstValue("Retry-After")).contains("2");
          assertThat(answer.body().lines()).hasSize(1);
        }
        assertThat(get(server, "").statusCode()).isEqualTo(200);
        assertThat(get(server, "/suggest/type?prefix=").statusCode()).isEqualTo(200);
      } finally {
        server.stop();
      }
    }
  }

  private static HttpResponse<String> get(FusekiServer server, String path)
      throws IOException, InterruptedException {
    URI address = URI.create("http://localhost:%d/reconcile%s".formatted(server.getPort(), path));
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  /** Gives the time that its requests have: so many looks at the clock. */
  private record Hurried(Store store, Catalogue names, AtomicInteger looks) implements Shown {
    @Override
    public Optional<Catalogue> catalogue() {
      return Optional.of(names);
    }

    @Override
    public void check() {
      if (looks.decrementAndGet() < 0) {
        throw new QueryCancelledException();
      }
    }
  }

  @Test
  void everyQuestionEndsWithItsTimeAndNothingIsLookedUpTwice(@TempDir Path folder)
      throws IOException, InterruptedException {
    Store.replace(
        folder,
        Stream.of(
            SSE.parseQuad(
                "(<urn:g> <urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/chancery/ontology#Official>)"),
            SSE.parseQuad(
                "(<urn:g> <urn:a> <http://www.w3.org/2000/01/rdf-schema#label> 'Nilza Tavora')")));
    try (Store store = Store.open(folder)) {
      AtomicInteger looks = new AtomicInteger();
      FusekiServer server =
          FusekiServer.create()
              .loopback(true)
              .port(0)
              .addServlet(
                  "/reconcile/*",
                  new ReconciliationService(new Hurried(store, Catalogue.of(store), looks)))
              .build()
              .start();
      try {
        for (String path :
            new String[] {
              "?queries=%7B%22q%22:%7B%22query%22:%22Nilza%20Tavora%22%7D%7D",
              "?query=Nilza%20Tavora",
              extension("\"urn:a\"")
            }) {
          looks.set(0);
          assertThat(get(server, path).statusCode()).as(path).isEqualTo(500);
          looks.set(100);
          assertThat(get(server, path).statusCode()).as(path).isEqualTo(200);
        }
        int once = 100 - looks.get();
        looks.set(100);
        assertThat(
                get(server, extension(String.join(",", Collections.nCopies(200, "\"urn:a\""))))
                    .statusCode())
            .isEqualTo(200);
        assertThat(100 - looks.get()).isEqualTo(once);
      } finally {
        server.stop();
      }
    }
  }

  private static String extension(String ids) {
    return "?extend="
        + URLEncoder.encode(
            "{\"ids\":[%s],\"properties\":[{\"id\":\"holdsOffice\"}]}".formatted(ids),
            StandardCharsets.UTF_8);
  }
}
