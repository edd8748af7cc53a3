package org.chancery.claims;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Sentence;
import org.chancery.article.Zone;
import org.chancery.ontology.WordLists;

/**
 * The turns of a transcript: paragraphs that begin with who speaks, in capitals, and a colon. What
 * others said before is no context for a pronoun there, and what a reporter asks is no statement.
 */
final class Turns {
  private static final Set<String> QUESTIONERS = WordLists.load().require("question-label");
  private static final int LONGEST_LABEL = 7;
  private static final int FEWEST_TURNS = 2;

  private final Set<Zone> questions;
  private final boolean transcript;

  private Turns(Set<Zone> questions, boolean transcript) {
    this.questions = Set.copyOf(questions);
    this.transcript = transcript;
  }

  static Turns of(Analysis analysis) {
    Set<Zone> questions = new HashSet<>();
    Optional<Zone> paragraph = Optional.empty();
    boolean asked = false;
    int turns = 0;
    for (Analysis.Read read : analysis.sentences()) {
      Zone zone = read.sentence().zone();
      if (paragraph.filter(zone::equals).isEmpty()) {
        paragraph = Optional.of(zone);
        Optional<String> label = label(read.sentence());
        turns += label.isPresent() ? 1 : 0;
        asked = label.map(QUESTIONERS::contains).orElse(asked);
      }
      if (asked) {
        questions.add(zone);
      }
    }
    return new Turns(questions, turns >= FEWEST_TURNS);
  }

  /** The first word of the label that a sentence opens with. */
  private static Optional<String> label(Sentence sentence) {
    for (int at = 0; at < Math.min(LONGEST_LABEL, sentence.size()); at++) {
      String word = sentence.token(at).word();
      if (word.equals(":")) {
        return at == 0 ? Optional.empty() : Optional.of(sentence.token(0).word());
      }
      if (word.codePoints().anyMatch(Character::isLowerCase)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  boolean isTranscript() {
    return transcript;
  }

  /** Whether a paragraph is what a reporter asks. */
  boolean isQuestion(Zone zone) {
    return questions.contains(zone);
  }
}
