package org.chancery.query;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.Query;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.chancery.ExitCode;
import org.chancery.UserException;

/** Answers by asking a SPARQL service. */
record RemoteRunner(URI endpoint) implements QueryRunner {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final long ANSWER_SECONDS = 60;

  @Override
  public Answer run(Query query) {
    // No redirects: a query goes where the user sent it, and nowhere else.
    HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    try (QueryExec execution =
        QueryExecHTTP.service(endpoint.toString())
            .httpClient(client)
            .query(query)
            .timeout(ANSWER_SECONDS, TimeUnit.SECONDS)
            .build()) {
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
    String what =
        status > 0
            ? "answers %s %s. Is it the address of a SPARQL service?"
                .formatted(status, e.getResponseMessage())
            : "does not answer. Start chancery serve, or leave --server out to read the store.";
    return new UserException(ExitCode.UNAVAILABLE, "%s %s".formatted(endpoint, what), e);
  }
}
