package org.chancery.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.ontology.ExtractionRule;
import org.chancery.ontology.RuleBook;
import org.chancery.ontology.VerbClasses;
import org.junit.jupiter.api.Test;

class EventReaderTest {
  @Test
  void patternThatIsNoSemgrexNamesFileRuleAndCause() {
    ExtractionRule sound = RuleBook.load(VerbClasses.load()).rules().get(0);
    ExtractionRule broken = withPattern(sound, "{lemma:sign}=event >nsubj ({}=subject");
    assertThatThrownBy(() -> EventReader.Compiled.of(broken))
        .isInstanceOfSatisfying(
            UserException.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.CONFIG))
        .hasMessageStartingWith(
            sound.file() + ", rule:" + sound.name() + ": the pattern is not Semgrex: ")
        .hasMessageMatching("(?s).*Semgrex: .{20,}");
  }

  private static ExtractionRule withPattern(ExtractionRule rule, String pattern) {
    return new ExtractionRule(
        rule.name(),
        rule.file(),
        rule.yields(),
        pattern,
        rule.confidence(),
        rule.purposeStatus(),
        rule.onlyInHeadlines(),
        rule.onlyAbroad(),
        rule.aside(),
        rule.triggers(),
        rule.examples(),
        rule.silentOn());
  }
}
