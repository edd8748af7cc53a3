package org.chancery.portrait;

import java.util.List;

/**
 * Something that is said, with who says it.
 *
 * @param subject of whom or what
 * @param relation in words, such as {@code holds office}
 * @param object whom, what, where or when
 * @param other the end that is not the thing portrayed
 * @param status in lower case, such as {@code planned}
 * @param notes what else there is to it, such as days
 */
public record Fact(
    Value subject,
    String relation,
    Value object,
    Value other,
    String status,
    List<String> notes,
    Sources sources) {
  public Fact {
    notes = List.copyOf(notes);
  }
}
