package org.chancery.analysis;

import java.util.List;
import java.util.Optional;

/** The known names of one sentence, without overlap, in the order of the text. */
record SentenceNames(List<KnownName> names) {
  SentenceNames {
    names = List.copyOf(names);
  }

  Optional<KnownName> endingAt(int end) {
    return names.stream().filter(name -> name.to() == end).findFirst();
  }

  Optional<KnownName> startingAt(int from) {
    return names.stream().filter(name -> name.from() == from).findFirst();
  }

  Optional<KnownName> covering(int position) {
    return names.stream()
        .filter(name -> name.from() <= position && position < name.to())
        .findFirst();
  }
}
