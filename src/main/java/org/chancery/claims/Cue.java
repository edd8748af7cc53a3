package org.chancery.claims;

import org.chancery.ontology.Status;

/**
 * Something that takes an event out of what is stated as done.
 *
 * @param word as {@code ontology/lexicons/cues.tsv} has it; where the construction does it and no
 *     word, that construction
 * @param how the cue's column {@code how}, lower case; {@code determiner} or {@code construction}
 *     where the word is none of that table
 * @param at 0-based index of the unit that it stands at or that is it: the event, its argument, or
 *     a word between the event and the root
 */
public record Cue(String word, String how, int at, Status status) {
  static Cue construction(String name, int at, Status status) {
    return new Cue(name, "construction", at, status);
  }
}
