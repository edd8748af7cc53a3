package org.chancery;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.chancery.archive.Digest;

/**
 * What version of the program does something, told by its files: their names and CRCs, which a jar
 * has in its directory. A packaged program and its classes in a folder are of one version.
 */
public final class Engine {
  /**
   * A file of each part of the program, and what of that part decides how an article is read: what
   * the names of files begin with.
   */
  private static final Map<String, List<String>> READING =
      Map.of(
          "org/chancery/article/Article.class",
          List.of(
              "org/chancery/article/",
              "org/chancery/ontology/",
              "org/chancery/reference/",
              "org/chancery/analysis/",
              "org/chancery/claims/",
              "ontology/chancery.ttl",
              "ontology/rules/",
              "ontology/lexicons/",
              "ontology/reference/"),
          "edu/stanford/nlp/pipeline/Annotator.class",
          List.of("edu/stanford/nlp/"),
          "edu/stanford/nlp/models/parser/nndep/english_UD.gz",
          List.of(
              "edu/stanford/nlp/models/pos-tagger/english-left3words-distsim.tagger",
              "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz",
              "edu/stanford/nlp/models/parser/nndep/english_UD.gz"),
          "com/google/gson/Gson.class",
          List.of("com/google/gson/"),
          "org/jsoup/Jsoup.class",
          List.of("org/jsoup/"),
          "net/dankito/readability4j/Readability4J.class",
          List.of("net/dankito/readability4j/"),
          "org/netpreserve/jwarc/WarcReader.class",
          List.of("org/netpreserve/jwarc/"));

  /** The same for how an article's graph is made from its reading and its entities, and checked. */
  private static final Map<String, List<String>> GRAPHS =
      Map.of(
          "org/chancery/article/Article.class",
          List.of(
              "org/chancery/article/",
              "org/chancery/claims/",
              "org/chancery/graph/",
              "org/chancery/ontology/",
              "org/chancery/resolution/",
              "org/chancery/validation/",
              "org/chancery/GraphMaker",
              "org/chancery/ClaimTally",
              "ontology/shapes.ttl"),
          "org/apache/jena/graph/Node.class",
          List.of("org/apache/jena/graph/", "org/apache/jena/datatypes/"),
          "org/apache/jena/sparql/core/Quad.class",
          List.of("org/apache/jena/sparql/core/"),
          "org/apache/jena/shacl/Shapes.class",
          List.of("org/apache/jena/shacl/"));

  private Engine() {}

  /** The version of the half that reads one article: equal versions read it equally. */
  public static String reading() {
    return Versions.READING;
  }

  /** The version of what makes an article's graph and holds it against the shapes. */
  static String graphs() {
    return Versions.GRAPHS;
  }

  /** Found out when first asked for. */
  private static final class Versions {
    static final String READING = version(files(Engine.READING));
    static final String GRAPHS = version(graphFiles());
  }

  /** The files that {@link #graphs} tells apart, with their CRCs. */
  static Map<String, Long> graphFiles() {
    return files(GRAPHS);
  }

  private static Map<String, Long> files(Map<String, List<String>> parts) {
    Map<String, Long> files = new TreeMap<>();
    try {
      for (Map.Entry<String, List<String>> part : parts.entrySet()) {
        files.putAll(files(part.getKey(), part.getValue()));
      }
    } catch (IOException | URISyntaxException failure) {
      throw new IllegalStateException("the program cannot read its own files", failure);
    }
    return files;
  }

  private static String version(Map<String, Long> files) {
    MessageDigest hash = Digest.begin();
    files.forEach(
        (name, crc) -> hash.update((name + " " + crc + "\n").getBytes(StandardCharsets.UTF_8)));
    return Digest.end(hash);
  }

  private static Map<String, Long> files(String marker, List<String> parts)
      throws IOException, URISyntaxException {
    URL place = Engine.class.getClassLoader().getResource(marker);
    if (place == null) {
      throw new IOException("there is no " + marker);
    }
    if (place.openConnection() instanceof JarURLConnection jar) {
      return inJar(Path.of(jar.getJarFileURL().toURI()), parts);
    }
    Path file = Path.of(place.toURI());
    Path root = file;
    for (int level = Path.of(marker).getNameCount(); level > 0; level--) {
      root = root.resolve("..");
    }
    return inFolder(root.normalize(), parts);
  }

  private static Map<String, Long> inJar(Path jar, List<String> parts) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory() && parts.stream().anyMatch(entry.getName()::startsWith)) {
          files.put(entry.getName(), entry.getCrc());
        }
      }
    }
    return inFront(files);
  }

  private static Map<String, Long> inFolder(Path root, List<String> parts) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    for (String part : parts) {
      Path below = root.resolve(part.substring(0, part.lastIndexOf('/') + 1));
      if (Files.exists(below)) {
        try (Stream<Path> tree = Files.walk(below)) {
          for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
            String name = root.relativize(file).toString().replace(File.separatorChar, '/');
            if (name.startsWith(part)) {
              files.put(name, crc(Files.readAllBytes(file)));
            }
          }
        }
      }
    }
    return inFront(files);
  }

  /** Rules and lexicons may be covered by others earlier on the class path. */
  private static Map<String, Long> inFront(Map<String, Long> files) {
    files.replaceAll((name, crc) -> name.startsWith("ontology/") ? effective(name, crc) : crc);
    return files;
  }

  private static long effective(String name, long crc) {
    try (InputStream in = Engine.class.getClassLoader().getResourceAsStream(name)) {
      return in == null ? crc : crc(in.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
