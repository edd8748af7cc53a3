package org.chancery.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.chancery.UserException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LineRuleTest {
  @TestFactory
  java.util.stream.Stream<DynamicTest> everyRuleReadsItsExampleAndResistsItsTrap() {
    return LineRule.standard().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.zone() + ": " + rule.example(),
                    () -> {
                      assertThat(applies(rule, rule.example())).as(rule.example()).isTrue();
                      assertThat(applies(rule, rule.resists())).as(rule.resists()).isFalse();
                    }));
  }

  @Test
  void unknownZoneNamesTheLineAndTheChoice() {
    assertThatThrownBy(
            () -> LineRule.of(Table.parse("f.tsv", "z\tp\tx\te\tr\nBANNER\tline\ta\tb\tc")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("f.tsv, line 2: \"BANNER\" is none of [header, title");
  }

  @Test
  void malformedPatternNamesTheLineAndTheCharacter() {
    assertThatThrownBy(
            () -> LineRule.of(Table.parse("f.tsv", "z\tp\tx\te\tr\nBODY\tline\ta(\tb\tc")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("f.tsv, line 2: the pattern is malformed: Unclosed group");
  }

  @Test
  void missingColumnNamesTheLine() {
    assertThatThrownBy(() -> Table.parse("f.tsv", "# note\nz\tp\nBODY"))
        .isInstanceOf(UserException.class)
        .hasMessage("f.tsv, line 3: has 1 columns, not 2. Separate columns with one tab.");
  }

  private static boolean applies(LineRule rule, String words) {
    Optional<Integer> edge =
        switch (rule.place()) {
          case LINE, HEAD -> rule.reads(words) ? Optional.of(0) : Optional.empty();
          case START, GLUED -> rule.endOfStart(words);
          case END -> rule.startOfEnd(words);
        };
    return edge.isPresent();
  }
}
