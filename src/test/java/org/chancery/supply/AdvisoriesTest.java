package org.chancery.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known to be wrong with libraries, against the libraries that are in the jar. */
class AdvisoriesTest {
  private static final Sbom.Component LIBRARY =
      new Sbom.Component("org.example", "library", "1.4.2", "", "");
  private static final Sbom WITH = new Sbom(List.of(LIBRARY));
  private static final Sbom WITHOUT = new Sbom(List.of());

  @Test
  void everyAdvisoryIsJudgedForWhatIsInTheJar() throws IOException {
    assertThat(complaints(Advisory.all(), Sbom.kept())).isEmpty();
  }

  @Test
  void everyAdvisoryIsToldOnce() throws IOException {
    assertThat(Advisory.all().stream().map(Advisory::toString)).doesNotHaveDuplicates();
  }

  @Test
  void evidenceIsThere() throws IOException {
    for (Advisory advisory : Advisory.all()) {
      if (advisory.evidence().equals("-")) {
        assertThat(advisory.status()).as("%s", advisory).isNotEqualTo(Advisory.Status.MITIGATED);
        continue;
      }
      String[] place = advisory.evidence().split("#", 2);
      assertThat(Files.readString(Path.of(place[0]))).as("%s", advisory).contains(place[1]);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<1.5.0,            1.4.2,  fixed,        is affected",
    "<1.4.0,            1.4.2,  fixed,        ''",
    "<1.5.0,            1.4.2,  mitigated,    ''",
    "<1.4.0,            1.4.2,  not_affected, is not affected any more",
    "<1.4.0,            1.3.9,  fixed,        is in the jar as 1.4.2",
    "<1.5.0,            -,      not_shipped,  is in the jar as 1.4.2",
    "<1.3.0 | >=1.4.0,  1.4.2,  fixed,        is affected",
    ">=1.4.0 <1.4.2,    1.4.2,  fixed,        ''",
    ">=1.4.2 <=1.4.2,   1.4.2,  fixed,        is affected",
    "<1.4.10,           1.4.2,  fixed,        is affected",
    "<1.4.2,            1.4.2,  fixed,        ''",
  })
  void judgementHasToFitTheVersion(
      String affected, String judged, String status, String complaint) {
    assertThat(complaints(List.of(advisory(affected, judged, status)), WITH))
        .hasSize(complaint.isEmpty() ? 0 : 1)
        .allSatisfy(text -> assertThat(text).contains(complaint));
  }

  @Test
  void libraryThatWentLeavesNoJudgementBehind() {
    assertThat(complaints(List.of(advisory("<1.5.0", "1.4.2", "mitigated")), WITHOUT))
        .singleElement()
        .asString()
        .contains("is not in the jar any more");
    assertThat(complaints(List.of(advisory("<1.5.0", "-", "fixed")), WITHOUT)).hasSize(1);
    assertThat(complaints(List.of(advisory("<1.5.0", "-", "not_shipped")), WITHOUT)).isEmpty();
  }

  @Test
  void previewsComeBeforeTheirRelease() {
    assertThat(advisory("<2.0.0-M4", "-", "fixed").affects("2.0.0-M1")).isTrue();
    assertThat(advisory("<2.0.0-M4", "-", "fixed").affects("2.0.0-M4")).isFalse();
    assertThat(advisory("<2.0.0", "-", "fixed").affects("2.0.0-M4")).isTrue();
  }

  @Test
  void malformedLineIsAnError() {
    assertThatThrownBy(() -> advisory("1.4.2", "-", "fixed").affects("1.0"))
        .hasMessage("\"1.4.2\" is no edge of a range");
    assertThatThrownBy(() -> Advisory.parse(List.of("CVE-1\tlibrary")))
        .hasMessageStartingWith("the first line is not: advisory");
  }

  private static List<String> complaints(List<Advisory> advisories, Sbom sbom) {
    List<String> complaints = new ArrayList<>();
    for (Advisory advisory : advisories) {
      String version = sbom.find(advisory.component()).map(Sbom.Component::version).orElse("-");
      complaint(advisory, version)
          .ifPresent(
              text -> complaints.add("%s, %s: %s".formatted(Advisory.TABLE, advisory, text)));
    }
    return complaints;
  }

  /**
   * @param version of the library in the jar, or "-"
   */
  private static Optional<String> complaint(Advisory advisory, String version) {
    if (!version.equals(advisory.judged())) {
      return Optional.of(
          version.equals("-")
              ? "the library is not in the jar any more. Take the line out, or make it not_shipped."
              : "the library is in the jar as %s, and was judged as %s. Judge it anew."
                  .formatted(version, advisory.judged()));
    }
    if (version.equals("-")) {
      return advisory.status() == Advisory.Status.NOT_SHIPPED
          ? Optional.empty()
          : Optional.of("the library is not in the jar: not_shipped.");
    }
    boolean affected = advisory.affects(version);
    return switch (advisory.status()) {
      case FIXED ->
          affected
              ? Optional.of("%s is affected. Take a newer one, or say why not.".formatted(version))
              : Optional.empty();
      case NOT_AFFECTED, MITIGATED ->
          affected
              ? Optional.empty()
              : Optional.of("%s is not affected any more: fixed.".formatted(version));
      case NOT_SHIPPED -> Optional.of("%s is in the jar.".formatted(version));
    };
  }

  private static Advisory advisory(String affected, String judged, String status) {
    return Advisory.parse(
            List.of(
                "advisory\tcomponent\taffected\tjudged\tstatus\twhy\tevidence\tsource",
                String.join(
                    "\t", "CVE-0", "org.example:library", affected, judged, status, "-", "-", "-")))
        .get(0);
  }
}
