package org.chancery.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Somebody who means a server no good, and sends what no client would. */
final class Attacker {
  private final URI server;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  Attacker(URI server) {
    this.server = server;
  }

  /** Has the server load what queries need, so that limits do not count it in. */
  void warmUp() throws IOException {
    while (query("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } ORDER BY ?n").statusCode()
        != 200) {
      // Its time was over before everything was there.
    }
  }

  HttpResponse<String> get(String path, String... headers) throws IOException {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.GET());
  }

  /** A SPARQL query, answered as CSV. */
  HttpResponse<String> query(String sparql) throws IOException {
    return post("/chancery/sparql", "application/sparql-query", sparql);
  }

  HttpResponse<String> post(String path, String type, String body) throws IOException {
    return method("POST", path, type, body);
  }

  HttpResponse<String> method(String method, String path, String type, String body)
      throws IOException {
    return send(
        request(path)
            .headers("Content-Type", type, "Accept", "text/csv")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
        .timeout(Duration.ofSeconds(60));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
  }

  Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.getPort());
  }

  /** All that the server answers to exactly these bytes within some seconds. */
  String raw(String request) {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return answer(socket, Duration.ofSeconds(3));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What comes until the server closes the connection, or is silent for so long. */
  static String answer(Socket socket, Duration patience) throws IOException {
    socket.setSoTimeout((int) patience.toMillis());
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    try {
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        answer.write(octet);
      }
    } catch (SocketTimeoutException kept) {
      // It keeps the connection for the next request.
    }
    return answer.toString(StandardCharsets.ISO_8859_1);
  }
}
