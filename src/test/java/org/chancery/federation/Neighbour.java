package org.chancery.federation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service on this machine that answers as a test wants, well or badly. */
public final class Neighbour implements AutoCloseable {
  public static final String NO_ROWS = "{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[]}}";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** What it answers. */
  public interface Behaviour {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private volatile Behaviour behaviour = exchange -> send(exchange, 200, NO_ROWS);

  public Neighbour() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("User-Agent")
            + " "
            + exchange.getRequestHeaders().getFirst("Accept"));
    try {
      exchange.getRequestBody().readAllBytes();
      behaviour.to(exchange);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  public void behave(Behaviour next) {
    behaviour = next;
  }

  /** Method, path, agent and wanted type of each request. */
  public List<String> requests() {
    return requests;
  }

  public URI address(String path) {
    return URI.create("http://localhost:%d%s".formatted(server.getAddress().getPort(), path));
  }

  /** Sends what calls itself a SPARQL result. */
  public static void send(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
