package org.chancery.verification;

/**
 * Words of a store that are not those of the article.
 *
 * @param article its identifier
 * @param claim the IRI of the claim that rests on the words, or of the evidence if no claim does
 * @param part {@code exact}, {@code prefix}, {@code suffix}, {@code offsets} where they are none of
 *     the text, or {@code incomplete} where the store lacks a part or has several
 * @param offsets as stored: 0-based UTF-16 offsets, the end excluded
 * @param expected as stored
 * @param found what the article has in that place
 */
public record Mismatch(
    String article, String claim, String part, String offsets, String expected, String found) {}
