package org.chancery.analysis;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;

/** Cuts sentences that are too long into pieces that are sentences themselves. */
final class LongSentences {
  private LongSentences() {}

  /**
   * Cuts those of a text that is split and not yet tagged, behind a comma or semicolon of the
   * second half of a piece, if there is one.
   *
   * @param longest how many tokens a sentence may have
   * @return how many were cut
   */
  static int cut(Annotation text, int longest) {
    List<CoreMap> sentences = text.get(CoreAnnotations.SentencesAnnotation.class);
    int cut = 0;
    List<CoreMap> pieces = new ArrayList<>();
    for (CoreMap sentence : sentences) {
      List<CoreLabel> tokens = sentence.get(CoreAnnotations.TokensAnnotation.class);
      if (tokens.size() > longest) {
        cut++;
        int first = sentence.get(CoreAnnotations.TokenBeginAnnotation.class);
        for (int start = 0; start < tokens.size(); ) {
          int end = end(tokens, start, longest);
          pieces.add(piece(text, first + start, tokens.subList(start, end)));
          start = end;
        }
      } else {
        pieces.add(sentence);
      }
    }
    if (cut > 0) {
      number(pieces);
      text.set(CoreAnnotations.SentencesAnnotation.class, pieces);
    }
    return cut;
  }

  private static int end(List<CoreLabel> tokens, int start, int longest) {
    int end = Math.min(tokens.size(), start + longest);
    if (end < tokens.size()) {
      for (int at = end; at > start + longest / 2; at--) {
        String word = tokens.get(at - 1).word();
        if (word.equals(",") || word.equals(";")) {
          return at;
        }
      }
    }
    return end;
  }

  private static CoreMap piece(Annotation text, int first, List<CoreLabel> tokens) {
    int start = tokens.get(0).beginPosition();
    int end = tokens.get(tokens.size() - 1).endPosition();
    Annotation piece =
        new Annotation(text.get(CoreAnnotations.TextAnnotation.class).substring(start, end));
    piece.set(CoreAnnotations.CharacterOffsetBeginAnnotation.class, start);
    piece.set(CoreAnnotations.CharacterOffsetEndAnnotation.class, end);
    piece.set(CoreAnnotations.TokensAnnotation.class, new ArrayList<>(tokens));
    piece.set(CoreAnnotations.TokenBeginAnnotation.class, first);
    piece.set(CoreAnnotations.TokenEndAnnotation.class, first + tokens.size());
    return piece;
  }

  private static void number(List<CoreMap> sentences) {
    for (int i = 0; i < sentences.size(); i++) {
      sentences.get(i).set(CoreAnnotations.SentenceIndexAnnotation.class, i);
      int index = 1;
      for (CoreLabel token : sentences.get(i).get(CoreAnnotations.TokensAnnotation.class)) {
        token.setSentIndex(i);
        token.setIndex(index++);
      }
    }
  }
}
