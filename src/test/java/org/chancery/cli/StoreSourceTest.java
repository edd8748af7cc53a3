package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.federation.Federation;
import org.chancery.query.Answer;
import org.chancery.query.CannedQueries;
import org.chancery.query.QueryRunner;
import org.chancery.serve.Server;
import org.chancery.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a store that a server has open, before and after a build. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder and calls start before any test.
class StoreSourceTest {
  private static final Quad OLD = SSE.parseQuad("(<urn:g1> <urn:s> <urn:p> 'old')");
  private static final Quad NEW = SSE.parseQuad("(<urn:g2> <urn:s> <urn:p> 'new')");
  private static final Query WHAT = QueryFactory.create("SELECT ?o { <urn:s> <urn:p> ?o }");

  @TempDir Path folder;

  private Server server;

  @BeforeEach
  void start() {
    Store.replace(folder, Stream.of(OLD));
    server = Server.start(Store.open(folder), 0, CannedQueries.of(Map.of()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void readersGetTheGraphsOfTheVersionThatCounts() {
    assertThat(quads()).containsExactly(OLD);
    Store.replace(folder, Stream.of(NEW));

    assertThat(quads()).containsExactly(NEW);
  }

  @Test
  void queriesRightAfterABuildSeeIt() {
    Store.replace(folder, Stream.of(NEW));

    assertThat(new StoreSource().answer(folder, WHAT))
        .isInstanceOfSatisfying(
            Answer.Rows.class,
            rows ->
                assertThat(rows.rows().get(0).get("o").getLiteralLexicalForm()).isEqualTo("new"));
  }

  @Test
  void whatThisProcessMayAskIsNothingToAServer() {
    Federation allowed = Federation.of(List.of("http://localhost:1/sparql"));

    assertThatThrownBy(() -> new StoreSource().answer(folder, WHAT, allowed))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage(
            "--allow-service says what this process may ask, and %s answers here. Start the server with it."
                .formatted(server.address()));
  }

  @Test
  void runnerThatInsistsOnAVersionIsToldWhenItIsGone() {
    QueryRunner old = QueryRunner.at(StoreSource.sparql(server.address()), "data-1");
    assertThat(old.run(WHAT)).isInstanceOf(Answer.Rows.class);
    Store.replace(folder, Stream.of(NEW));
    assertThat(Store.server(folder)).isPresent();

    assertThatThrownBy(() -> old.run(WHAT))
        .isInstanceOfSatisfying(
            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.TRY_AGAIN))
        .hasMessageContaining("has gone over to what a new build left");
  }

  private List<Quad> quads() {
    return new StoreSource().read(folder, dataset -> dataset.stream().toList());
  }
}
