package org.chancery.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Answers of services in a folder, each in a file that is named by the hash of what was asked. When
 * they take more room than allowed, those that were written first go. Other files are left alone,
 * but for drafts of runs that were killed. Several runs may share a folder.
 */
final class AnswerCache {
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{20,64}");

  private static final Pattern DRAFT = Pattern.compile("answer[0-9]+\\.new");

  /** A draft is written in seconds; one that is older than this is nobody's any more. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final Path folder;
  private final long limit;
  private long size = -1;

  private record Kept(Path file, FileTime written, long bytes) {}

  /**
   * Opens a cache; its folder need not exist.
   *
   * @param limit bytes of all answers together
   */
  AnswerCache(Path folder, long limit) {
    this.folder = folder;
    this.limit = limit;
  }

  Path folder() {
    return folder;
  }

  /** The answer, if there is one: another run may have removed it to make room. */
  Optional<byte[]> find(String key) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(key)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  void forget(String key) throws IOException {
    Files.deleteIfExists(folder.resolve(key));
    size = -1;
  }

  /** Keeps an answer, unless it alone is longer than all may be. */
  void keep(String key, byte[] answer) throws IOException {
    if (answer.length > limit) {
      return;
    }
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, "answer", ".new");
    try {
      if (size < 0) {
        sweep(Files.getLastModifiedTime(draft).toInstant().minus(ABANDONED));
      }
      Files.write(draft, answer);
      Files.move(draft, folder.resolve(key), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    size = size < 0 ? sum(kept()) : size + answer.length;
    if (size > limit) {
      makeRoom(key);
    }
  }

  /** Removes the drafts of runs that were killed. */
  private void sweep(Instant before) throws IOException {
    for (Kept draft : files(DRAFT)) {
      if (draft.written().toInstant().isBefore(before)) {
        Files.deleteIfExists(draft.file());
      }
    }
  }

  private void makeRoom(String newest) throws IOException {
    List<Kept> kept = kept();
    size = sum(kept);
    for (Kept each : kept) {
      if (size > limit && !each.file().getFileName().toString().equals(newest)) {
        Files.deleteIfExists(each.file());
        size -= each.bytes();
      }
    }
  }

  /** The answers, the oldest first. */
  private List<Kept> kept() throws IOException {
    return files(NAME);
  }

  private List<Kept> files(Pattern names) throws IOException {
    List<Kept> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (names.matcher(file.getFileName().toString()).matches()) {
          try {
            found.add(new Kept(file, Files.getLastModifiedTime(file), Files.size(file)));
          } catch (NoSuchFileException gone) {
            // Another run has just removed it.
          }
        }
      }
    }
    found.sort(Comparator.comparing(Kept::written).thenComparing(Kept::file));
    return found;
  }

  private static long sum(List<Kept> kept) {
    return kept.stream().mapToLong(Kept::bytes).sum();
  }
}
