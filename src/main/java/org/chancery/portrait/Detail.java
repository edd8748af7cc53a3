package org.chancery.portrait;

import java.util.List;

/** What a thing is by itself: a property in words, with its values. */
public record Detail(String term, List<Value> values) {
  public Detail {
    values = List.copyOf(values);
  }

  /** Whether values are shown as addresses, which are long and have few places to break. */
  public boolean isOfAddresses() {
    return values.stream().anyMatch(value -> value.text().contains("://"));
  }
}
