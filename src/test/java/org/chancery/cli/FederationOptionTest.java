package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.ExitCode;
import org.chancery.Fixture;
import org.chancery.Neighbourhood;
import org.chancery.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FederationOptionTest {
  @Test
  void whatIsNoAddressIsAMistakeBeforeAnythingIsDone(@TempDir Path folder) {
    for (List<Object> command :
        List.<List<Object>>of(
            List.of("serve"), List.of("build", "nowhere", "--serve"), List.of("query", "visits"))) {
      CommandRun run = run(command, "--store", folder, "--allow-service", "example.org/sparql");
      assertThat(run.exitCode()).as("%s", command).isEqualTo(ExitCode.USAGE);
      assertThat(run.messages())
          .containsExactly(
              "--allow-service example.org/sparql: pass an address that starts with http:// or https://, without ? and #, such as https://query.wikidata.org/sparql.");
    }
  }

  @Test
  void aQueryNeedsTheServiceThatItAsks(@TempDir Path folder) {
    Store.replace(folder, Fixture.read(Fixture.dataset(), data -> data.stream().toList()).stream());
    List<Object> command = List.of("query", "countries-in-wikidata", "--store", folder);

    CommandRun refused = run(command);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.messages())
        .containsExactly(
            "The query cannot be answered: SERVICE <https://query.wikidata.org/sparql> is off: it needs --allow-service https://query.wikidata.org/sparql where Chancery is started");
    CommandRun elsewhere =
        run(command, "--server", "http://localhost:1", "--allow-service", "https://a.org/");
    assertThat(elsewhere.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(elsewhere.messages())
        .containsExactly(
            "--allow-service says what this process may ask, and http://localhost:1 answers here. Start the server with it.");
    CommandRun down =
        run(command, "--allow-service", Neighbourhood.WIKIDATA + "=http://localhost:1/sparql");
    assertThat(down.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(down.messages())
        .singleElement()
        .asString()
        .startsWith(
            "SERVICE <http://localhost:1/sparql> does not answer (it takes no connection).");
    try (Neighbourhood neighbours = new Neighbourhood()) {
      CommandRun answered = run(command, "--allow-service", neighbours.options().get(0));
      assertThat(answered.exitCode()).isEqualTo(ExitCode.OK);
      assertThat(answered.output()).contains("Port Alder");
    }
  }

  @Test
  void aUserIsForAServer(@TempDir Path folder) {
    CommandRun run = run(List.of("query", "visits"), "--store", folder, "--user", "mira");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.messages())
        .containsExactly(
            "--user mira: a store asks nobody who they are. Pass --server URL, too, or leave --user out.");
  }

  private static CommandRun run(List<Object> command, Object... more) {
    return CommandRun.of(Stream.concat(command.stream(), Stream.of(more)).toArray());
  }
}
