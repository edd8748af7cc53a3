package org.chancery.analysis;

/**
 * What the parser sees as one word: a token, or a whole mention collapsed to its head.
 *
 * @param index 0-based position in the collapsed sentence
 * @param from 0-based position of its first token in the sentence
 * @param to position just past its last token
 * @param word the word shown to the parser
 * @param lemma the lemma that patterns see
 * @param tag Penn Treebank part of speech
 * @param kind what patterns see as the word's name class: a mention's kind in upper case, or {@code
 *     O}
 */
public record Unit(
    int index, int from, int to, String word, String lemma, String tag, String kind) {}
