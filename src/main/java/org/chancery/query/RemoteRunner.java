package org.chancery.query;

import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.Query;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.article.OneLine;
import org.chancery.store.Store;

/** Answers by asking a SPARQL service; may be asked often. */
final class RemoteRunner implements QueryRunner {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** As long as a server of ours can be told to let a query take, and until it is read. */
  private static final long ANSWER_SECONDS = 630;

  /** Where a server of ours says in a line what it does not do, or which service failed. */
  private static final Map<Integer, Integer> EXIT_CODES =
      Map.of(
          400, ExitCode.USAGE,
          413, ExitCode.USAGE,
          422, ExitCode.USAGE,
          429, ExitCode.TRY_AGAIN,
          502, ExitCode.UNAVAILABLE,
          503, ExitCode.UNAVAILABLE);

  private final URI endpoint;
  private final Optional<String> version;
  private final Optional<String> authorization;

  /** Follows no redirects: a query goes where the user sent it, and nowhere else. */
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  RemoteRunner(URI endpoint, Optional<String> version, Optional<String> authorization) {
    this.endpoint = endpoint;
    this.version = version;
    this.authorization = authorization;
  }

  @Override
  public Answer run(Query query) {
    QueryExecHTTPBuilder request =
        QueryExecHTTP.service(endpoint.toString())
            .httpClient(client)
            .query(query)
            .timeout(ANSWER_SECONDS, TimeUnit.SECONDS);
    version.ifPresent(named -> request.httpHeader(Store.Served.VERSION_HEADER, named));
    authorization.ifPresent(named -> request.httpHeader("Authorization", named));
    try (QueryExec execution = request.build()) {
      return Answers.of(query, execution);
    } catch (QueryExceptionHTTP e) {
      throw failure(e);
    } catch (JenaException e) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "%s: the answer is broken or cut off by the server's time limit: %s. Ask for less, such as with LIMIT."
              .formatted(endpoint, e.getMessage()),
          e);
    }
  }

  private UserException failure(QueryExceptionHTTP e) {
    int status = e.getStatusCode();
    if (status == HttpURLConnection.HTTP_PRECON_FAILED) {
      return new UserException(
          ExitCode.TRY_AGAIN,
          "%s has gone over to what a new build left. Ask again.".formatted(endpoint),
          e);
    }
    Integer exitCode = EXIT_CODES.get(status);
    String why = Objects.requireNonNullElse(e.getResponse(), "").strip();
    // Others send pages.
    if (exitCode != null && !why.isEmpty() && !why.startsWith("<")) {
      return new UserException(
          exitCode,
          OneLine.of(
              "%s answers %d: %s"
                  .formatted(endpoint, status, why.lines().findFirst().orElse("").strip())),
          e);
    }
    if (status == HttpURLConnection.HTTP_UNAUTHORIZED) {
      return new UserException(
          ExitCode.PERMISSION,
          (authorization.isPresent()
                  ? "%s knows nobody of that name and password. Mend --user NAME or the password in CHANCERY_PASSWORD."
                  : "%s asks who you are. Pass --user NAME, with the password in CHANCERY_PASSWORD.")
              .formatted(endpoint),
          e);
    }
    String what =
        status > 0
            ? "answers %s %s. Is it the address of a SPARQL service?"
                .formatted(status, e.getResponseMessage())
            : "does not answer. Start chancery serve there, or leave --server out.";
    return new UserException(ExitCode.UNAVAILABLE, "%s %s".formatted(endpoint, what), e);
  }
}
