package org.chancery.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A target whose data is indexed here. */
final class IndexedTarget implements Target {
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing((Candidate candidate) -> -candidate.score().total())
          .thenComparing(candidate -> candidate.item().iri());

  private final LabelIndex index;
  private final Scorer scorer;

  IndexedTarget(Knowledge knowledge, LabelIndex index) {
    this.index = index;
    this.scorer = new Scorer(knowledge, index);
  }

  @Override
  public List<List<Candidate>> find(List<Thing> things) {
    List<List<Candidate>> all = new ArrayList<>();
    for (Thing thing : things) {
      List<Candidate> candidates = new ArrayList<>();
      for (Item item : index.candidates(thing)) {
        scorer.score(thing, item).ifPresent(score -> candidates.add(new Candidate(item, score)));
      }
      candidates.sort(BEST_FIRST);
      all.add(candidates);
    }
    return all;
  }

  @Override
  public void close() {
    index.close();
  }
}
