package org.chancery.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.portrait.Segment.Cover;
import org.junit.jupiter.api.Test;

class SegmentTest {
  private static final String TEXT = "Lund met Bule in Praia.";

  @Test
  void overlappingEvidenceIsCutWhereEitherBeginsOrEnds() {
    List<Segment> segments =
        Segment.of(
            TEXT, List.of(new Cover("a", 0, 13, List.of(1)), new Cover("b", 9, 22, List.of(2))));

    assertThat(segments)
        .containsExactly(
            new Segment("Lund met ", List.of("a"), List.of(1), List.of()),
            new Segment("Bule", List.of("b"), List.of(1, 2), List.of(1)),
            new Segment(" in Praia", List.of(), List.of(2), List.of(2)),
            new Segment(".", List.of(), List.of(), List.of()));
  }

  @Test
  void nestedAndEqualEvidenceShareSegments() {
    List<Segment> segments =
        Segment.of(
            TEXT,
            List.of(
                new Cover("outer", 0, 22, List.of(3, 1)),
                new Cover("inner", 9, 13, List.of(2)),
                new Cover("again", 9, 13, List.of(4))));

    assertThat(segments)
        .contains(
            new Segment("Bule", List.of("inner", "again"), List.of(1, 2, 3, 4), List.of(2, 4)),
            new Segment(" in Praia", List.of(), List.of(1, 3), List.of(1, 3)));
  }

  @Test
  void segmentsPutTogetherAreTheTextToTheCodeUnit() {
    String text = "𝔸 “Lund”\n\n<b>met</b> 🤝 Bule";

    List<Segment> segments =
        Segment.of(
            text, List.of(new Cover("a", 3, 9, List.of(1)), new Cover("b", 4, 26, List.of(2))));

    assertThat(String.join("", segments.stream().map(Segment::text).toList())).isEqualTo(text);
    assertThat(segments.get(1).text()).isEqualTo("“");
  }

  @Test
  void evidenceBeyondTheTextMarksNothing() {
    assertThat(
            Segment.of(
                TEXT,
                List.of(
                    new Cover("a", 20, 99, List.of(1)),
                    new Cover("b", -1, 4, List.of(2)),
                    new Cover("c", 5, 5, List.of(3)))))
        .containsExactly(new Segment(TEXT, List.of(), List.of(), List.of()));
  }

  @Test
  void emptyTextHasNoSegments() {
    assertThat(Segment.of("", List.of())).isEmpty();
  }
}
