package org.chancery.portrait;

import java.util.List;

/**
 * What a thing was weighed against, and became one with or not.
 *
 * @param shown in the store's order
 * @param more whether there are others
 */
public record Likenesses(List<Likeness> shown, boolean more) {
  public Likenesses {
    shown = List.copyOf(shown);
  }
}
