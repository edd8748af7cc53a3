package org.chancery.store;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.ExitCode;
import org.chancery.Reason;
import org.chancery.UserException;
import org.chancery.archive.Archive;
import org.chancery.archive.Durable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies where in a store's folder: {@code data-N} is a TDB2 database, one per build; {@code
 * store.properties} names the one that counts. Replacing that small file is the moment at which a
 * new build takes over, and file systems do it in one step.
 */
record StoreFolder(Path path) {
  private static final Logger LOG = LoggerFactory.getLogger(StoreFolder.class);
  private static final String FORMAT = "1";
  private static final String POINTER = "store.properties";
  private static final String POINTER_DRAFT = "store.properties.new";
  static final String LOCK = "build.lock";
  static final String NOTICE = "server.properties";
  static final String NOTICE_DRAFT = "server.properties.new";
  private static final String ARCHIVE = "archive";
  private static final String LINKS = "links";
  private static final String LINKS_DRAFT = "links.new";

  private static final Pattern VERSION = Pattern.compile("data-([0-9]{1,9})");

  /** A copy of a database that a process made for itself; the first number is its PID. */
  private static final Pattern COPY = Pattern.compile("copy-([0-9]{1,18})-[0-9]{1,20}");

  private static final List<String> OWN_FILES =
      List.of(POINTER, POINTER_DRAFT, LOCK, NOTICE, NOTICE_DRAFT, ARCHIVE, LINKS, LINKS_DRAFT);

  Path data(String version) {
    return path.resolve(version);
  }

  /** Where the readings lie that the databases were made from. */
  Path archive() {
    return path.resolve(ARCHIVE);
  }

  /** Where the mappings of its things to others' lie. */
  Path links() {
    return path.resolve(LINKS);
  }

  /** Where mappings wait that a restoration is about to put into {@link #links}. */
  Path linksDraft() {
    return path.resolve(LINKS_DRAFT);
  }

  /** Makes the folder if need be, and refuses one that holds anything but a store. */
  void create() {
    try {
      Files.createDirectories(path);
      try (Stream<Path> entries = Files.list(path)) {
        entries.filter(entry -> !isOurs(entry)).sorted().findFirst().ifPresent(this::refuse);
      }
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }

  private static boolean isOurs(Path entry) {
    String name = entry.getFileName().toString();
    return OWN_FILES.contains(name)
        || VERSION.matcher(name).matches()
        || COPY.matcher(name).matches();
  }

  private void refuse(Path stranger) {
    throw new UserException(
        ExitCode.CANNOT_CREATE,
        "%s is not a store: it holds %s. Pass --store with a new or empty folder."
            .formatted(path, stranger.getFileName()));
  }

  UserException unwritable(IOException failure) {
    if (DiskFault.isIn(failure)) {
      return new UserException(ExitCode.IO, DiskFault.message(path, failure), failure);
    }
    if (failure instanceof AccessDeniedException || DiskFault.isReadOnly(failure)) {
      return new UserException(
          ExitCode.PERMISSION,
          "%s may not be written by you. Change its permissions, or pass --store with another folder."
              .formatted(path),
          failure);
    }
    return new UserException(
        ExitCode.CANNOT_CREATE,
        "%s cannot be made into a store (%s). Pass --store with another folder."
            .formatted(path, Reason.of(failure)),
        failure);
  }

  /** The database that the last complete build left, if there was one. */
  Optional<String> current() {
    Properties properties = properties();
    if (properties.isEmpty()) {
      return Optional.empty();
    }
    String version = properties.getProperty("current", "");
    if (!FORMAT.equals(properties.getProperty("format")) || !VERSION.matcher(version).matches()) {
      throw new UserException(
          ExitCode.DATA,
          "%s was written by another version of Chancery (format %s, this one knows %s). Use that version, or empty it with ./chancery remove --all --store %s and build it again, or pass --store with another folder."
              .formatted(path, properties.getProperty("format", "none"), FORMAT, path));
    }
    return Optional.of(version);
  }

  /** What the IRIs of the store's entities start with, if it has any. */
  Optional<String> base() {
    return Optional.ofNullable(properties().getProperty("base"));
  }

  private Properties properties() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(path.resolve(POINTER))));
    } catch (NoSuchFileException missing) {
      return properties;
    } catch (IOException | IllegalArgumentException failure) {
      throw new UserException(
          ExitCode.IO,
          "%s cannot be read: %s".formatted(path.resolve(POINTER), Reason.of(failure)),
          failure);
    }
    return properties;
  }

  /**
   * @throws UserException if no build was ever completed here
   */
  String requireCurrent() {
    return current().filter(version -> Files.isDirectory(data(version))).orElseThrow(this::none);
  }

  /**
   * @throws UserException if there is no store, readable or not
   */
  void require() {
    if (!Files.isRegularFile(path.resolve(POINTER)) && !hasLostPointer()) {
      throw none();
    }
  }

  /**
   * Whether there is a store that does not say what of it counts. A first build that was killed in
   * its last moment looks the same, but for the draft of the pointer that it was about to set.
   */
  boolean hasLostPointer() {
    if (Files.exists(path.resolve(POINTER))) {
      return false;
    }
    try (Archive archive = new Archive(archive())) {
      Set<Integer> ledgers = archive.ledgers();
      return !ledgers.isEmpty() && !ledgers.equals(drafted());
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.IO, "%s cannot be read: %s".formatted(archive(), Reason.of(failure)), failure);
    }
  }

  /** The version that a draft of the pointer names, if there is one. */
  private Set<Integer> drafted() throws IOException {
    Properties draft = new Properties();
    try {
      draft.load(new StringReader(Files.readString(path.resolve(POINTER_DRAFT))));
    } catch (NoSuchFileException none) {
      return Set.of();
    }
    Matcher version = VERSION.matcher(draft.getProperty("current", ""));
    return version.matches() ? Set.of(Integer.valueOf(version.group(1))) : Set.of();
  }

  UserException pointerLost() {
    return new UserException(
        ExitCode.DATA,
        "%s holds a store, but %s is gone, which says what of it counts. Put that file back, or empty the store with ./chancery remove --all --store %s and build it again, or pass --store with another folder."
            .formatted(path, path.resolve(POINTER), path));
  }

  private UserException none() {
    return new UserException(
        ExitCode.NO_INPUT,
        "There is no store at %s. Build one: ./chancery build PATH… --store %s"
            .formatted(path, path));
  }

  String nextVersion() {
    int last = versions().stream().mapToInt(StoreFolder::number).max().orElse(0);
    return "data-" + (last + 1);
  }

  static int number(String version) {
    return Integer.parseInt(version.substring("data-".length()));
  }

  private List<String> versions() {
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> VERSION.matcher(name).matches())
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }

  /** Writes down which version is about to count; see {@link #hasLostPointer}. */
  void announce(String version, Optional<String> base) {
    String properties = "format=%s%ncurrent=%s%n".formatted(FORMAT, version);
    draft(POINTER, POINTER_DRAFT, properties + base.map(iri -> "base=" + iri + "\n").orElse(""));
    requireAnnounced(version, base);
    Durable.force(path);
  }

  /** What counts is only what the next process reads. */
  private void requireAnnounced(String version, Optional<String> base) {
    Properties read = new Properties();
    try {
      read.load(new StringReader(Files.readString(path.resolve(POINTER_DRAFT))));
    } catch (IOException | IllegalArgumentException failure) {
      throw new UserException(
          ExitCode.IO,
          "%s cannot be read: %s. The store is as it was."
              .formatted(path.resolve(POINTER_DRAFT), failure),
          failure);
    }
    if (!version.equals(read.getProperty("current"))
        || !base.equals(Optional.ofNullable(read.getProperty("base")))) {
      throw new UserException(
          ExitCode.IO,
          "%s is not read as it was written. The store is as it was."
              .formatted(path.resolve(POINTER_DRAFT)));
    }
  }

  /** Makes the announced version the one that counts, in one step that a power cut cannot halve. */
  void publish() {
    set(POINTER, POINTER_DRAFT);
    Durable.force(path);
  }

  void write(String name, String draftName, String content) {
    draft(name, draftName, content);
    set(name, draftName);
  }

  private void draft(String name, String draftName, String content) {
    try {
      Durable.write(path.resolve(draftName), List.of(content.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException failure) {
      throw unwritten(name, failure);
    }
  }

  private void set(String name, String draftName) {
    try {
      Files.move(
          path.resolve(draftName),
          path.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw unwritten(name, failure);
    }
  }

  private UserException unwritten(String name, IOException failure) {
    return new UserException(
        ExitCode.IO,
        "%s cannot be written (%s). The store is as it was."
            .formatted(path.resolve(name), Reason.of(failure)),
        failure);
  }

  /**
   * @throws UserException if the folder takes no writes: TDB2 must lock even what it only reads
   */
  void requireWritable() {
    if (!Files.isWritable(path)) {
      throw readOnly();
    }
  }

  UserException readOnly() {
    return new UserException(
        ExitCode.PERMISSION,
        "%s is read-only, but TDB2 must lock a store even to read it. Change its permissions, or copy it."
            .formatted(path));
  }

  /** A new folder for a copy of a database. */
  Path newCopy() throws IOException {
    return Files.createTempDirectory(path, "copy-%d-".formatted(ProcessHandle.current().pid()));
  }

  /** Removes copies whose processes were killed. */
  void removeCopies() {
    try (Stream<Path> entries = Files.list(path)) {
      for (Path entry : entries.toList()) {
        Matcher copy = COPY.matcher(entry.getFileName().toString());
        if (copy.matches()
            && ProcessHandle.of(Long.parseLong(copy.group(1)))
                .filter(ProcessHandle::isAlive)
                .isEmpty()) {
          remove(entry);
        }
      }
    } catch (IOException later) {
      // They wait for the next build or backup.
    }
  }

  /** Like {@link #write}, for the owner's eyes alone where the system knows such a thing. */
  void writePrivate(String name, String draftName, String content) {
    Path draft = path.resolve(draftName);
    try {
      Files.deleteIfExists(draft);
      if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            draft,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.IO, "%s cannot be written (%s).".formatted(draft, Reason.of(failure)), failure);
    }
    write(name, draftName, content);
  }

  /** Removes what killed builds left and what nobody reads any more. */
  void removeLeftovers(Optional<String> current) {
    removeCopies();
    for (String version : versions()) {
      if (!current.equals(Optional.of(version))) {
        OpenDatabases.unlessInUse(data(version), () -> remove(version));
      }
    }
  }

  /** Removes a folder that was made for nothing. */
  void removeIfEmpty() {
    try {
      Files.deleteIfExists(path.resolve(LOCK));
      try (Stream<Path> left = Files.walk(path)) {
        for (Path entry : left.sorted(Comparator.reverseOrder()).toList()) {
          if (Files.isDirectory(entry)) {
            Files.delete(entry);
          }
        }
      }
    } catch (IOException kept) {
      // Another build has taken it over, or there is something in it after all.
    }
  }

  /** Removes a database; what cannot be removed waits for the next build. */
  void remove(String version) {
    remove(data(version));
  }

  /** Removes one of the folder's folders; what cannot be removed waits for the next build. */
  void remove(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                throws IOException {
              Files.delete(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException busy) {
      // An open file on Windows, or no permission: it is in nobody's way, as nothing points to it.
      LOG.warn("{} could not be removed: {}", root, busy.toString());
    }
  }
}
