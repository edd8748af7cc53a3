package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.chancery.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildIT {
  private final Path folder;
  private final String store;

  BuildIT(@TempDir Path folder) {
    this.folder = folder;
    this.store = folder.resolve("store").toString();
  }

  @Test
  void libraryLogsAreNotHeardAndTheMachinesHabitsNotSeen() throws Exception {
    List<String> habits =
        List.of(
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dfile.encoding=ISO-8859-1",
            "-XX:ActiveProcessorCount=1");
    PackagedRun build =
        PackagedRun.with(
            habits, PackagedServer.jar().toString(), "build", "seeds", "--store", store);
    PackagedRun export = PackagedRun.of("export", "--format", "nquads", "--store", store);

    assertThat(build.messages()).isEmpty();
    assertThat(build.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(export.messages()).isEmpty();
    assertThat(export.output()).isEqualTo(SeedsExportTest.seedsAsNQuads());
  }

  @Test
  void malformedRuleStopsTheRunBeforeItsFirstArticle() throws Exception {
    PackagedRun build =
        withRules(rules -> rules.replace("rule:yields chy:visits ", "rule:yields chy:visit "));

    assertThat(build.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(build.messages())
        .singleElement()
        .asString()
        .startsWith("ontology/rules/visits.ttl, rule:")
        .endsWith(": <https://w3id.org/chancery/ontology#visit> is no predicate of the ontology");
    assertThat(build.output()).isEmpty();
    assertThat(Path.of(store)).doesNotExist();
  }

  @Test
  void ruleFileThatIsNoTurtleIsNamedWithItsLine() throws Exception {
    PackagedRun build = withRules(rules -> "rule:broken\n" + rules);

    assertThat(build.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(build.messages())
        .singleElement()
        .asString()
        .startsWith("ontology/rules/visits.ttl: not Turtle: [line: 1, ");
  }

  private PackagedRun withRules(UnaryOperator<String> change)
      throws IOException, InterruptedException {
    Path source = Path.of("ontology/rules/visits.ttl");
    Path copy = folder.resolve("classes").resolve(source);
    Files.createDirectories(copy.getParent());
    String before = Files.readString(source);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(copy, after);
    return PackagedRun.over(folder.resolve("classes"), "build", "seeds", "--store", store);
  }
}
