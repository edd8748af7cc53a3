package org.chancery.article;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.ExitCode;
import org.chancery.UserException;

/**
 * The files that a list of paths leads to: the paths in their order, within a folder sorted by
 * path. Folders are listed when their turn comes.
 */
final class FileListing implements Iterator<FileListing.Entry> {
  /** One file, and what is already known of it. */
  record Entry(Path path, String source, Optional<Read> defect) {}

  /** What stands for standard input among the paths. */
  static final Path STANDARD_INPUT = Path.of("-");

  private static final String PASS = "Pass files or folders of " + Format.NAMES + ".";

  /** A path that is still to be looked at. */
  private record Pending(Path path, boolean folder, boolean named) {}

  private final Deque<Pending> pending = new ArrayDeque<>();
  private final Set<Object> open = new HashSet<>();
  private final boolean follow;
  private Optional<Entry> ahead = Optional.empty();

  private FileListing(boolean follow) {
    this.follow = follow;
  }

  /**
   * Lists them.
   *
   * @param follow whether links inside folders are followed
   * @throws UserException if a path is not there, or no path leads to a file
   */
  static FileListing of(List<Path> paths, boolean follow) {
    FileListing listing = new FileListing(follow);
    for (Path path : paths) {
      boolean input = path.equals(STANDARD_INPUT);
      if (!input && !Files.exists(path)) {
        throw new UserException(ExitCode.NO_INPUT, source(path) + " is not there. " + PASS);
      }
      listing.pending.add(new Pending(path, !input && Files.isDirectory(path), true));
    }
    if (!listing.leadsToAFile(paths)) {
      throw new UserException(
          ExitCode.NO_INPUT,
          "There is no such file in %s. %s"
              .formatted(
                  paths.stream().map(FileListing::source).collect(Collectors.joining(", ")), PASS));
    }
    return listing;
  }

  /** Whether anything is to be read or refused; files of other kinds do not count. */
  private boolean leadsToAFile(List<Path> paths) {
    FileListing scout = new FileListing(follow);
    pending.forEach(scout.pending::add);
    while (scout.hasNext()) {
      Entry entry = scout.next();
      if (!(entry.defect().orElse(null) instanceof Read.Skipped)) {
        return true;
      }
    }
    return paths.isEmpty();
  }

  @Override
  public boolean hasNext() {
    while (ahead.isEmpty() && !pending.isEmpty()) {
      Pending next = pending.pop();
      ahead = next.folder() ? enter(next) : file(next);
    }
    return ahead.isPresent();
  }

  @Override
  public Entry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Entry next = ahead.orElseThrow();
    ahead = Optional.empty();
    return next;
  }

  /** Puts what is in a folder before all else. */
  private Optional<Entry> enter(Pending folder) {
    List<Pending> inside = new ArrayList<>();
    try {
      if (follow && !isNew(folder.path())) {
        return Optional.of(
            defect(
                folder.path(),
                skipped(folder.path(), "links lead to a folder that was read already")));
      }
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.path())) {
        for (Path path : stream) {
          if (!name(path).startsWith(".")) {
            boolean isFolder =
                follow
                    ? Files.isDirectory(path)
                    : Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
            inside.add(new Pending(path, isFolder, false));
          }
        }
      }
    } catch (DirectoryIteratorException e) {
      IOException cause =
          Optional.ofNullable(e.getCause()).orElseGet(() -> new IOException("cannot be listed"));
      return Optional.of(defect(folder.path(), unreadable(source(folder.path()), cause)));
    } catch (IOException e) {
      return Optional.of(defect(folder.path(), unreadable(source(folder.path()), e)));
    }
    // As the paths sort that would be made of them: a/b before a-b, and a.b before a/b.
    inside.sort(Comparator.comparing(one -> name(one.path()) + (one.folder() ? "/" : "")));
    for (int i = inside.size() - 1; i >= 0; i--) {
      pending.push(inside.get(i));
    }
    return Optional.empty();
  }

  /** Following links, a folder may be met again and again. */
  private boolean isNew(Path folder) throws IOException {
    Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
    return open.add(key == null ? folder.toRealPath() : key);
  }

  private Optional<Entry> file(Pending file) {
    Path path = file.path();
    if (file.named()) {
      return Optional.of(new Entry(path, source(path), Optional.empty()));
    }
    if (!follow && Files.isSymbolicLink(path)) {
      return Optional.of(
          defect(
              path,
              skipped(
                  path,
                  "links inside a folder are not followed. Pass --follow, or the file itself")));
    }
    if (Format.named(name(path)).isEmpty()) {
      return Optional.of(
          defect(
              path,
              new Read.Skipped(
                  source(path),
                  OptionalInt.empty(),
                  "other-kind",
                  "its name is not that of an article. Pass the file itself")));
    }
    return Optional.of(new Entry(path, source(path), Optional.empty()));
  }

  private static Read skipped(Path path, String reason) {
    return new Read.Skipped(source(path), OptionalInt.empty(), "symbolic-link", reason);
  }

  private static Entry defect(Path file, Read defect) {
    return new Entry(file, source(file), Optional.of(defect));
  }

  static Read.Rejected unreadable(String source, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new Read.Rejected(source, "vanished", "the file was there and is gone. Run again");
    }
    String why = e instanceof AccessDeniedException ? "no permission to read it" : message(e);
    return new Read.Rejected(source, "unreadable", why + ". Check the file and its permissions");
  }

  static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  /** The path in one line: a file's name may hold line breaks and terminal commands. */
  static String source(Path path) {
    return OneLine.of(path.toString());
  }

  private static String message(IOException e) {
    return OneLine.of(Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
  }
}
