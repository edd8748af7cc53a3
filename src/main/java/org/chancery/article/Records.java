package org.chancery.article;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The articles of one input, one at a time: no more than one is held. */
interface Records extends Closeable {
  /** One thing found in an input: an article, or something that is told and is none. */
  sealed interface Item {
    /** An article. */
    record Found(Draft draft) implements Item {}

    /** What was rejected or passed over. */
    record Told(Read read) implements Item {}
  }

  /** The next thing; empty at the end of the input, which is then closed. */
  Optional<Item> next();

  /** Does not fail: what was wanted of the input has been read. */
  @Override
  void close();

  /** Closes what an input was read from; that this fails changes nothing. */
  static void release(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // All that was wanted of it has been read.
    }
  }
}
