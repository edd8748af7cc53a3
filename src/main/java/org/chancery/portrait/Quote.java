package org.chancery.portrait;

import java.util.Optional;

/**
 * Words of an article that a claim rests on.
 *
 * @param article who says so
 * @param day of publication, in ISO 8601; empty if not known
 * @param prefix the words before, not always whole
 * @param exact the words themselves
 * @param suffix the words after, not always whole
 * @param place where the words stand in the article's page
 * @param claim the claim's page
 */
public record Quote(
    Value article,
    String day,
    String prefix,
    String exact,
    String suffix,
    Optional<String> place,
    Optional<String> claim) {}
