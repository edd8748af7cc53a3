package org.chancery.evaluation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chancery.ExitCode;
import org.chancery.Reason;
import org.chancery.UserException;

/**
 * What careful readers found in articles: a folder with one file {@code IDENTIFIER.tsv} for each
 * article, its lines being relation, subject, object, mark and note, parted by tabs. Alternative
 * names are parted by {@code |}, lines that start with {@code #} are comments.
 */
public final class GoldStandard {
  private static final String EXTENSION = ".tsv";

  /** What else lies beside the gold files of a set: where texts come from, and identity. */
  private static final Set<String> NO_GOLD =
      Set.of(
          "sources.tsv",
          "copies.tsv",
          "contradictions.tsv",
          IdentityGold.CLUSTERS,
          IdentityGold.DOUBTFUL);

  private final SortedMap<String, List<GoldFact>> articles;

  private GoldStandard(SortedMap<String, List<GoldFact>> articles) {
    this.articles = Collections.unmodifiableSortedMap(articles);
  }

  /** Whether a folder holds gold for articles, and not for identity alone. */
  public static boolean isIn(Path folder) {
    return !files(folder).isEmpty();
  }

  /**
   * Reads a folder of gold files.
   *
   * @throws UserException if there is no such folder or no gold in it, or naming file and line if a
   *     line is malformed
   */
  public static GoldStandard read(Path folder) {
    SortedMap<String, List<GoldFact>> articles = new TreeMap<>();
    for (Path file : files(folder)) {
      String name = String.valueOf(file.getFileName());
      articles.put(name.substring(0, name.length() - EXTENSION.length()), facts(file));
    }
    if (articles.isEmpty()) {
      throw new UserException(
          ExitCode.NO_INPUT,
          folder + " holds no gold: one file ARTICLE.tsv for each article is expected.");
    }
    return new GoldStandard(articles);
  }

  /** The lines for each article, by the article's identifier. */
  SortedMap<String, List<GoldFact>> articles() {
    return articles;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UserException(ExitCode.NO_INPUT, folder + " is no folder of gold files.");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(EXTENSION))
          .filter(file -> !NO_GOLD.contains(String.valueOf(file.getFileName())))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static List<GoldFact> facts(Path file) {
    List<GoldFact> facts = new ArrayList<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        facts.add(fact(file + ":" + number, line));
      }
    }
    return List.copyOf(facts);
  }

  private static GoldFact fact(String place, String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length < 4) {
      throw malformed(place, columns.length + " columns, where at least 4 parted by tabs are due");
    }
    Relation relation =
        Relation.named(columns[0])
            .orElseThrow(() -> malformed(place, "\"%s\" is no relation".formatted(columns[0])));
    GoldFact.Mark mark =
        GoldFact.Mark.named(columns[3])
            .orElseThrow(
                () ->
                    malformed(
                        place,
                        "\"%s\" is none of asserted, optional, planned, trap"
                            .formatted(columns[3])));
    return new GoldFact(relation, names(place, columns[1]), names(place, columns[2]), mark, line);
  }

  private static List<String> names(String place, String column) {
    if (column.isBlank()) {
      throw malformed(place, "subject or object is empty");
    }
    List<String> names =
        Stream.of(column.split("\\|", -1)).filter(name -> !name.isBlank()).toList();
    if (names.isEmpty()) {
      throw malformed(place, "subject or object has no name between its bars");
    }
    return names;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new UserException(ExitCode.DATA, file + " is not in UTF-8. Save it so.", e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static UserException malformed(String place, String problem) {
    return new UserException(ExitCode.DATA, "%s: %s.".formatted(place, problem));
  }

  private static UserException unreadable(Path path, IOException e) {
    return new UserException(
        ExitCode.IO, "%s cannot be read: %s.".formatted(path, Reason.of(e)), e);
  }
}
