package org.chancery.evaluation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chancery.ExitCode;
import org.chancery.Reason;
import org.chancery.UserException;
import org.chancery.ontology.EntityType;

/**
 * Which names of which articles mean one thing, as careful readers decided: the file {@code
 * clusters.tsv} of a gold folder, its lines being class, cluster, article and surface form, parted
 * by tabs. A file {@code doubtful.tsv} beside it, with cluster and articles, parted by commas,
 * names rows that could be decided otherwise; these are left out.
 *
 * @param rows in the order of the file, without the doubtful ones
 */
public record IdentityGold(List<Row> rows) {
  static final String CLUSTERS = "clusters.tsv";
  static final String DOUBTFUL = "doubtful.tsv";

  /**
   * One name in one article.
   *
   * @param cluster rows of one cluster mean one thing
   * @param form as it stands in the article
   */
  record Row(EntityType type, String cluster, String article, String form) {}

  public IdentityGold {
    rows = List.copyOf(rows);
  }

  /**
   * The clusters of a gold folder, if it has any.
   *
   * @throws UserException naming file and line if a line is malformed
   */
  public static Optional<IdentityGold> find(Path folder) {
    Path file = folder.resolve(CLUSTERS);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Set<List<String>> doubtful = doubtful(folder.resolve(DOUBTFUL));
    List<Row> rows = new ArrayList<>();
    for (Line line : lines(file)) {
      Row row = row(line);
      if (!doubtful.contains(List.of(row.cluster, row.article))) {
        rows.add(row);
      }
    }
    return Optional.of(new IdentityGold(rows));
  }

  private record Line(String place, List<String> cells) {}

  private static Row row(Line line) {
    if (line.cells.size() < 4) {
      throw malformed(line.place, line.cells.size() + " columns, where 4 parted by tabs are due");
    }
    EntityType type =
        Arrays.stream(EntityType.values())
            .filter(each -> each.name().equalsIgnoreCase(line.cells.get(0)))
            .findFirst()
            .orElseThrow(
                () -> malformed(line.place, "\"%s\" is no class".formatted(line.cells.get(0))));
    return new Row(type, line.cells.get(1), line.cells.get(2), line.cells.get(3));
  }

  private static Set<List<String>> doubtful(Path file) {
    Set<List<String>> doubtful = new HashSet<>();
    if (Files.isRegularFile(file)) {
      for (Line line : lines(file)) {
        if (line.cells.size() < 2) {
          throw malformed(line.place, "cluster and articles parted by a tab are due");
        }
        for (String article : line.cells.get(1).split(",", -1)) {
          doubtful.add(List.of(line.cells.get(0), article.strip()));
        }
      }
    }
    return doubtful;
  }

  private static List<Line> lines(Path file) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    try {
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(new Line(file + ":" + number, List.of(line.split("\t", -1))));
        }
      }
    } catch (CharacterCodingException e) {
      throw new UserException(ExitCode.DATA, file + " is not in UTF-8. Save it so.", e);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.IO, "%s cannot be read: %s.".formatted(file, Reason.of(e)), e);
    }
    return lines;
  }

  private static UserException malformed(String place, String problem) {
    return new UserException(ExitCode.DATA, "%s: %s.".formatted(place, problem));
  }
}
