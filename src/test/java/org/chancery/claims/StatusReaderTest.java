package org.chancery.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.Phrases;
import org.chancery.Sample;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;
import org.chancery.ontology.Table;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the words around an event take back. */
class StatusReaderTest {
  private static final List<Predicate> EVENTS = List.of(Predicate.VISITS, Predicate.SIGNS);

  @TestFactory
  Stream<DynamicTest> wordsAroundAnEventDecideItsStatus() {
    return Phrases.of("statuses").stream()
        .map(row -> dynamicTest(row.get("sentence"), () -> assertStatus(row)));
  }

  private static void assertStatus(Table.Row row) {
    Sample sample = Sample.of(row.get("sentence"));
    assertThat(sample.reading().claims().stream().filter(c -> EVENTS.contains(c.predicate())))
        .as(sample.shown())
        .isNotEmpty()
        .allMatch(claim -> claim.status() == row.get("status", Status.class));
  }

  @Test
  void weakerStatusSaysLess() {
    assertThat(StatusReader.weaker(Status.ASSERTED, Status.FORMER)).isEqualTo(Status.FORMER);
    assertThat(StatusReader.weaker(Status.PLANNED, Status.FORMER)).isEqualTo(Status.PLANNED);
    assertThat(StatusReader.weaker(Status.PLANNED, Status.POSSIBLE)).isEqualTo(Status.POSSIBLE);
    assertThat(StatusReader.weaker(Status.DENIED, Status.POSSIBLE)).isEqualTo(Status.DENIED);
  }

  @Test
  void draftIsNotTheAgreement() {
    StatusReader reader = new StatusReader();
    assertThat(reader.ofDescription("a", "draft treaty", 0).status()).isEqualTo(Status.POSSIBLE);
    assertThat(reader.ofDescription("the", "planned summit", 0).status()).isEqualTo(Status.PLANNED);
    assertThat(reader.ofDescription("no", "treaty", 0).status()).isEqualTo(Status.DENIED);
    assertThat(reader.ofDescription("the", "customs treaty", 0).status())
        .isEqualTo(Status.ASSERTED);
  }
}
