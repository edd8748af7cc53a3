package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README against the files that it speaks of; {@link ReadmeIT} runs its commands. */
class ReadmeTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern EXIT_CODE =
      Pattern.compile("^\\| (\\d+) \\| .+ \\|$", Pattern.MULTILINE);

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Path page) throws IOException {
    List<String> links =
        LINK.matcher(Files.readString(page))
            .results()
            .map(link -> link.group(1).replaceFirst("#.*", ""))
            .filter(link -> !link.contains("://"))
            .toList();

    assertThat(links).allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> here = Files.list(Path.of(""));
        Stream<Path> documents = Files.walk(Path.of("src", "docs"))) {
      return Stream.concat(here, documents)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  @Test
  void exampleIsThatOfTheFiles() throws IOException {
    Readme readme = Readme.read();
    String article = Files.readString(Readme.EXAMPLE.resolve("articles/ferry.txt"));
    String query = Files.readString(Readme.EXAMPLE.resolve("planned-signatures.rq"));

    assertThat(readme.text()).contains("> " + article);
    assertThat(readme.blocks("sparql")).singleElement().asString().isSubstringOf(query);
  }

  @Test
  void ruleShownIsOneOfOurs() throws IOException {
    assertThat(Readme.read().blocks("turtle"))
        .filteredOn(block -> block.startsWith("rule:"))
        .singleElement()
        .asString()
        .isSubstringOf(Files.readString(Path.of("ontology/rules/agreements.ttl")));
  }

  @Test
  void everyExitCodeIsExplained() throws IOException {
    assertThat(EXIT_CODE.matcher(Readme.read().text()).results().map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(exitCodes());
  }

  private static List<String> exitCodes() {
    return Stream.of(ExitCode.class.getFields()).map(ReadmeTest::value).toList();
  }

  private static String value(Field constant) {
    try {
      return Integer.toString(constant.getInt(ExitCode.class));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
