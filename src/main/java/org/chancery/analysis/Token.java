package org.chancery.analysis;

import org.chancery.article.Span;

/**
 * A word or mark of a sentence.
 *
 * @param index 0-based position in its sentence
 * @param word as it stands in the text
 * @param lemma lower case but for proper nouns
 * @param tag Penn Treebank part of speech
 * @param name what the name recognizer takes it for
 */
public record Token(int index, String word, String lemma, String tag, NameTag name, Span span) {
  /** The kinds of name that the three-class recognizer tells apart. */
  public enum NameTag {
    PERSON,
    LOCATION,
    ORGANIZATION,
    NONE
  }

  public boolean is(String lowerCaseWord) {
    return word.equalsIgnoreCase(lowerCaseWord);
  }

  public boolean isCapitalized() {
    return Character.isUpperCase(word.codePointAt(0));
  }

  public boolean isNoun() {
    return tag.startsWith("NN");
  }

  public boolean isProperNoun() {
    return tag.startsWith("NNP");
  }

  public boolean isVerb() {
    return tag.startsWith("VB") || tag.equals("MD");
  }

  public boolean isComma() {
    return word.equals(",");
  }
}
