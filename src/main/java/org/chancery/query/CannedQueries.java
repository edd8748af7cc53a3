package org.chancery.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.chancery.ExitCode;
import org.chancery.Nearest;
import org.chancery.UserException;

/** The queries that come with the program, one file each in {@code queries/}. */
public final class CannedQueries {
  private static final String FOLDER = "queries/";
  private static final String EXTENSION = ".rq";

  /** Name to text: parsed when asked for, since one run needs one of them. */
  private final SortedMap<String, String> texts;

  private CannedQueries(Map<String, String> texts) {
    this.texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /**
   * Those given.
   *
   * @param texts what the files hold, by name
   */
  public static CannedQueries of(Map<String, String> texts) {
    return new CannedQueries(texts);
  }

  /** Those that this class was packed with, be it in a jar or in a folder of classes. */
  public static CannedQueries load() {
    try {
      return from(
          Path.of(CannedQueries.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the classes lie at no path", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Those in {@code queries/} below a folder or in a jar.
   *
   * @throws IOException if it cannot be read
   */
  static CannedQueries from(Path place) throws IOException {
    return new CannedQueries(Files.isDirectory(place) ? inFolder(place) : inJar(place));
  }

  /** All queries by name. */
  public List<CannedQuery> all() {
    return texts.keySet().stream().map(this::require).toList();
  }

  public Collection<String> names() {
    return texts.keySet();
  }

  /**
   * The query with that name.
   *
   * @throws UserException that offers the nearest names if there is none
   */
  public CannedQuery require(String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new UserException(
          ExitCode.USAGE,
          "There is no query \"%s\". Did you mean %s? chancery query lists them all; a file ends with .rq."
              .formatted(name, String.join(" or ", Nearest.of(name, texts.keySet(), 2))));
    }
    return CannedQuery.parse(FOLDER + name + EXTENSION, text);
  }

  private static Map<String, String> inFolder(Path classes) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    Path folder = classes.resolve(FOLDER);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          String entry = FOLDER + file.getFileName();
          if (entry.endsWith(EXTENSION)) {
            texts.put(name(entry), Files.readString(file));
          }
        }
      }
    }
    return texts;
  }

  private static Map<String, String> inJar(Path jar) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      List<String> entries =
          file.stream()
              .map(ZipEntry::getName)
              .filter(entry -> entry.startsWith(FOLDER) && entry.endsWith(EXTENSION))
              .toList();
      for (String entry : entries) {
        byte[] bytes = file.getInputStream(file.getEntry(entry)).readAllBytes();
        texts.put(name(entry), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  private static String name(String entry) {
    return entry.substring(FOLDER.length(), entry.length() - EXTENSION.length());
  }
}
