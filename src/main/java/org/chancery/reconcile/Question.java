package org.chancery.reconcile;

import java.util.List;
import java.util.Optional;

/**
 * One query of a batch.
 *
 * @param name what a table calls the thing; empty if it only gives conditions
 * @param types those it may be of, as the client writes them; none means any
 * @param strictness how types are taken
 * @param limit how many candidates to return at most
 * @param conditions what else the table says of it
 */
record Question(
    String name, List<String> types, Strictness strictness, int limit, List<Condition> conditions) {
  static final int USUAL_LIMIT = 10;
  static final int MAX_LIMIT = 50;

  Question {
    types = List.copyOf(types);
    conditions = List.copyOf(conditions);
  }

  /** What a type means for things of others. */
  enum Strictness {
    /** They come after those that have one of the types. */
    SHOULD,
    /** They are no candidates: each has one of the types. */
    ANY,
    /** They are no candidates: each has all the types. */
    ALL
  }

  /**
   * A property with the values that are as good as each other.
   *
   * @param property as the client writes it
   * @param values at least one
   */
  record Condition(String property, List<Wanted> values) {
    Condition {
      values = List.copyOf(values);
    }
  }

  /**
   * A value: text from a table, or a thing that was reconciled before.
   *
   * @param id of the thing, if it is one
   */
  record Wanted(String text, Optional<String> id) {}
}
