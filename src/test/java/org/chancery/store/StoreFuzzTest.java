package org.chancery.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.chancery.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small file that says what of a store counts, made worse. */
class StoreFuzzTest {
  @SuppressWarnings("NullAway") // JUnit sets it.
  @TempDir
  Path folder;

  @Test
  void pointers() {
    StoreFolder store = new StoreFolder(folder);
    Fuzzer.feed(
        "store",
        input -> {
          Files.write(folder.resolve("store.properties"), input);
          store.base();
          return store.current().isPresent() + " " + store.nextVersion();
        },
        "format=",
        "current=",
        "base=",
        "data-1",
        "\\u",
        "\\u0000",
        "=");
  }
}
