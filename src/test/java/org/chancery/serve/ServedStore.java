package org.chancery.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.chancery.federation.Federation;
import org.chancery.query.CannedQueries;
import org.chancery.store.Store;

/** A server over a small invented store, and ways to talk to it. */
final class ServedStore implements AutoCloseable {
  static final CannedQueries QUERIES =
      CannedQueries.of(
          Map.of(
              "which",
              """
              #+ summary: Who holds <which> office?
              #+ description: Pairs.
              #+ tags:
              #+   - offices
              SELECT ?s ?o { ?s ?p ?o } # a+b & "c"
              """,
              "what",
              """
              #+ summary: What is there?
              #+ description: All.
              #+ tags:
              #+   - articles
              SELECT * { ?s ?p ?o }
              """));

  private final Store store;
  private final Server server;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  ServedStore(Path folder) {
    this(folder, Set.of());
  }

  /** Under further names. */
  ServedStore(Path folder, Set<String> names) {
    Store.replace(folder, quads());
    store = Store.open(folder);
    ServerSettings settings =
        new ServerSettings(
            0,
            Optional.empty(),
            names,
            Optional.empty(),
            Optional.empty(),
            ServerSettings.TIMEOUT,
            Federation.NONE,
            Set.of());
    server = Server.start(store, settings, QUERIES);
  }

  private static Stream<Quad> quads() {
    String id = "https://w3id.org/chancery/id/";
    String chy = "https://w3id.org/chancery/ontology#";
    String label = "http://www.w3.org/2000/01/rdf-schema#label";
    Stream<Quad> facts =
        Stream.of(
                "(<%1$sarticle/1> <%1$sofficial/mira-lund> <%3$s> 'Mira <b>Lund</b>'@en)",
                "(<%1$sarticle/1> <%1$sofficial/mira-lund> <%2$sholdsOffice> <%1$soffice/is/envoy>)",
                "(<%1$sarticle/1> <%1$soffice/is/envoy> <%3$s> 'Envoy of Iceland')",
                "(<%1$sarticle/2> <%1$sofficial/mira-lund> <%2$svisits> <%1$scity/mt/valletta>)",
                "(<%1$sarticle/2> <%1$sofficial/mira-lund> <%2$spage> <javascript:alert(1)>)",
                "(<%1$sarticle/2> <%1$sofficial/mira-lund> <%2$spage> <https://example.org/mira>)")
            .map(quad -> SSE.parseQuad(quad.formatted(id, chy, label)));
    // Enough for a product of three to outlast every timeout.
    Stream<Quad> mass =
        IntStream.range(0, 2000)
            .mapToObj(
                n ->
                    new Quad(
                        NodeFactory.createURI(id + "article/3"),
                        NodeFactory.createURI(id + "topic/" + n),
                        NodeFactory.createURI(chy + "number"),
                        NodeFactory.createLiteralString("n" + n)));
    return Stream.concat(facts, mass);
  }

  Store store() {
    return store;
  }

  URI address() {
    return server.address();
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.GET());
  }

  /** A SPARQL query by POST, as its own media type. */
  HttpResponse<String> query(String sparql) {
    return send(
        HttpRequest.newBuilder(address("/chancery/sparql"))
            .headers("Content-Type", "application/sparql-query", "Accept", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofString(sparql)));
  }

  HttpResponse<String> form(String path, String field, String value) {
    return send(
        HttpRequest.newBuilder(address(path))
            .headers("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  /** What the server answers to exactly these bytes until it closes the connection. */
  String whole(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The first line of what the server answers to exactly these bytes. */
  String raw(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      StringBuilder line = new StringBuilder();
      for (int octet = in.read(); octet >= 0 && octet != '\r'; octet = in.read()) {
        line.append((char) octet);
      }
      return line.toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
