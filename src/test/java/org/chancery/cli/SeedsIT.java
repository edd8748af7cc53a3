package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.query.QueryFactory;
import org.chancery.ExitCode;
import org.chancery.query.CannedQueries;
import org.chancery.query.CannedQuery;
import org.chancery.query.QueryRunner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The program from one end to the other: {@code build seeds --serve}, then what one does next. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start before any test.
class SeedsIT {
  private Path store;
  private PackagedServer server;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    store = folder.resolve("store");
    server =
        new PackagedServer(
            List.of("build", "seeds", "--serve", "--port", "0", "--store", store.toString()));
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void summaryAndAddressesAreAllThatIsSaid() {
    assertThat(server.announcement())
        .startsWith("5 inputs read: 5 ingested (5 new, 0 updated), 0 unchanged, 0 rejected.")
        .endsWith("Press Ctrl+C to stop.");
  }

  @Test
  void everyLinkOfTheStartPageRunsAsItStands() {
    QueryRunner sparql = QueryRunner.at(server.address().resolve("chancery/sparql"));

    assertThat(CannedQueries.load().all())
        .filteredOn(query -> query.services().isEmpty())
        .allSatisfy(query -> assertThat(sparql.run(QueryFactory.create(query.text()))).isNotNull());
  }

  @Test
  void linksAskWhatTheCommandAsksByDefault() {
    assertThat(CannedQueries.load().all())
        .flatMap(CannedQuery::parameters)
        .allSatisfy(parameter -> assertThat(parameter.defaultValue().orElse("")).isEmpty());
  }

  @Test
  void servedStoreIsReadThroughItsServer() {
    CommandRun query = CommandRun.of("query", "who-met-whom", "--store", store);
    CommandRun export = CommandRun.of("export", "--format", "nquads", "--store", store);
    CommandRun evaluate = CommandRun.of("evaluate", "src/test/resources/gold", "--store", store);
    CommandRun verify = CommandRun.of("verify", "seeds", "--store", store);

    assertThat(List.of(query, export, evaluate, verify))
        .allSatisfy(run -> assertThat(run.exitCode()).isEqualTo(ExitCode.OK));
    assertThat(query.messages()).singleElement().asString().endsWith(" rows");
    assertThat(evaluate.output()).startsWith("relation ").contains("\nHEADLINE ");
    assertThat(verify.output())
        .contains(" in 5 articles checked, 0 wrong; 0 articles not checked.");
    assertThat(export.messages()).isEmpty();
    assertThat(export.output()).isEqualTo(SeedsExportTest.seedsAsNQuads());
  }
}
