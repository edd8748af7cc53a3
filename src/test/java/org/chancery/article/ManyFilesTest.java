package org.chancery.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of many files; {@code -Dchancery.files=N} sets how many. */
class ManyFilesTest {
  private static final int FILES = Integer.getInteger("chancery.files", 2_000);

  @SuppressWarnings("NullAway") // JUnit sets it.
  @TempDir
  Path folder;

  private int opened;

  @Test
  void areReadInOrderAndOnlyWhenTheirTurnComes() throws IOException {
    for (int i = 0; i < FILES; i++) {
      Files.createFile(folder.resolve("%07d.txt".formatted(i * 7919L % FILES)));
    }
    ArticleReader reader =
        new ArticleReader(
            Zoner.standard(),
            file -> {
              opened++;
              return new ByteArrayInputStream(
                  ("The envoys met in room " + file.getFileName() + ".\n")
                      .getBytes(StandardCharsets.UTF_8));
            },
            ArticleReader.Options.USUAL);
    long begin = System.nanoTime();
    List<String> ids = new ArrayList<>();
    long used = 0;
    try (var all = reader.read(List.of(folder))) {
      Iterator<Read> reads = all.iterator();
      while (reads.hasNext()) {
        ids.add(((Read.Ok) reads.next()).article().id());
        assertThat(opened).as("no file is opened ahead").isLessThanOrEqualTo(ids.size() + 1);
        if (ids.size() == FILES / 2) {
          System.gc();
          used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
      }
    }
    System.out.printf(
        "%,d files in a folder: %.1f s, %d MB held half way%n",
        FILES, (System.nanoTime() - begin) / 1e9, used >> 20);
    assertThat(ids).hasSize(FILES).isSorted().doesNotHaveDuplicates();
  }
}
