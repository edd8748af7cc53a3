package org.chancery.portrait;

import java.util.Optional;

/**
 * What a fact names: a thing with its best name, or plain words.
 *
 * @param text what to call it
 * @param address where its page is, if it is one of ours, or else where it is on the web
 * @param kind the class's local name in lower case, such as {@code official}; empty for words
 */
public record Value(String text, Optional<String> address, String kind) {
  static Value words(String text) {
    return new Value(text, Optional.empty(), "");
  }
}
