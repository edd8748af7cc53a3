package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.chancery.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ChanceryTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void whatAUserCanMendIsOneLineWithItsExitCode(@TempDir Path folder) {
    assertThat(run("serve", "--store", folder.toString())).isEqualTo(ExitCode.NO_INPUT);
    assertThat(err.toString().lines()).singleElement().asString().contains("./chancery build");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "qqqq", "--unknown", "serve --port 65536", "serve --port x", "serve extra"})
  void wrongCommandLineIsAUsageError(String arguments) {
    String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);

    assertThat(run(words)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("Usage: chancery");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void helpListsEveryCommandWithItsDescription() {
    assertThat(run("--help")).isEqualTo(ExitCode.OK);
    for (CommandLine command : Chancery.commandLine().getSubcommands().values()) {
      assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
      assertThat(out.toString()).contains("  " + command.getCommandName() + " ");
    }
  }

  private int run(String... arguments) {
    return Chancery.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
