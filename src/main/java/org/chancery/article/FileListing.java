package org.chancery.article;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.ExitCode;
import org.chancery.UserException;

/** The files that a list of paths leads to. */
final class FileListing {
  /** One file, and what is already known to be wrong with it. */
  record Entry(Path path, String source, Optional<Read> defect) {}

  private static final String PASS =
      "Pass text files, .jsonl files or folders of .txt, .jsonl and .jsonl.gz files.";

  private FileListing() {}

  static List<Entry> of(List<Path> paths) {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new UserException(ExitCode.NO_INPUT, source(path) + " is not there. " + PASS);
      }
    }
    List<Entry> entries = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        entries.addAll(below(path));
      } else {
        entries.add(new Entry(path, source(path), Optional.empty()));
      }
    }
    if (entries.isEmpty()) {
      throw new UserException(
          ExitCode.NO_INPUT,
          "there is no .txt, .jsonl or .jsonl.gz file in %s. %s"
              .formatted(
                  paths.stream().map(FileListing::source).collect(Collectors.joining(", ")), PASS));
    }
    return entries;
  }

  private static List<Entry> below(Path folder) {
    Collector collector = new Collector(folder);
    try {
      Files.walkFileTree(folder, collector);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.IO, "%s cannot be listed: %s".formatted(source(folder), message(e)), e);
    }
    collector.entries.sort(Comparator.comparing(entry -> sortKey(entry.path())));
    return collector.entries;
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

  /** Whether each line of the file is an article, by its name. */
  static boolean isJsonLines(Path path) {
    return name(path).toLowerCase(Locale.ROOT).endsWith(".jsonl") || isPackedJsonLines(path);
  }

  static boolean isPackedJsonLines(Path path) {
    return name(path).toLowerCase(Locale.ROOT).endsWith(".jsonl.gz");
  }

  /** The path in one line: a file's name may hold line breaks and terminal commands. */
  static String source(Path path) {
    return OneLine.of(path.toString());
  }

  private static String message(IOException e) {
    return OneLine.of(Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
  }

  private static String sortKey(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Entry> entries = new ArrayList<>();

    private Collector(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(root) && name(folder).startsWith(".")
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = name(file).toLowerCase(Locale.ROOT);
      if (name.startsWith(".")) {
        return FileVisitResult.CONTINUE;
      }
      if (attributes.isSymbolicLink()) {
        // A link may lead out of the folder or back into it; who wants its target names it.
        entries.add(
            defect(
                file,
                new Read.Rejected(
                    source(file),
                    "symbolic-link",
                    "links inside a folder are not followed. Pass the file itself")));
      } else if (name.endsWith(".txt") || isJsonLines(file)) {
        entries.add(new Entry(file, source(file), Optional.empty()));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(root) && !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
      entries.add(defect(file, unreadable(source(file), e)));
      return FileVisitResult.CONTINUE;
    }

    private static Entry defect(Path file, Read.Rejected defect) {
      return new Entry(file, source(file), Optional.of(defect));
    }
  }
}
