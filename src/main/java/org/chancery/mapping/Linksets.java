package org.chancery.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.chancery.ExitCode;
import org.chancery.Reason;
import org.chancery.UserException;
import org.chancery.archive.Durable;

/**
 * The mapping sets of a store, a file for each target in its folder {@code links}. They are what
 * linkset graphs are made from: builds make the graphs anew, and leave the files as they are.
 */
public record Linksets(Path folder) {
  private static final String SUFFIX = ".sssom.tsv";
  private static final String REMOVED = ".removed";
  private static final Pattern TARGET = Pattern.compile("[a-z][a-z0-9-]{0,40}");

  /**
   * The graphs of all targets.
   *
   * @param warnings of mappings whose thing is not there, a line for each target
   */
  public record Graphs(List<Quad> quads, List<String> warnings) {
    public Graphs {
      quads = List.copyOf(quads);
      warnings = List.copyOf(warnings);
    }
  }

  /** Whether a target may be called so. */
  public static boolean isTarget(String name) {
    return TARGET.matcher(name).matches();
  }

  /**
   * All sets, by target.
   *
   * @throws UserException if one is malformed or cannot be read
   */
  public SortedMap<String, MappingSet> all() {
    SortedMap<String, MappingSet> sets = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return sets;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String name = file.getFileName().toString();
        if (name.endsWith(SUFFIX)) {
          String target = name.substring(0, name.length() - SUFFIX.length());
          if (isTarget(target)) {
            sets.put(target, parse(file));
          }
        }
      }
      return sets;
    } catch (IOException failure) {
      throw unreadable(folder, failure);
    }
  }

  /** The set of one target; an empty one if there is none. */
  public MappingSet of(String target) {
    return Files.isRegularFile(file(target)) ? parse(file(target)) : MappingSet.EMPTY;
  }

  /** Where the set of a target lies. */
  public Path file(String target) {
    return folder.resolve(target + SUFFIX);
  }

  /** Where a set lies after it was removed: decisions in it may be wanted again. */
  public Path removedFile(String target) {
    return folder.resolve(target + REMOVED + SUFFIX);
  }

  private static MappingSet parse(Path file) {
    try {
      return Sssom.read(file.toString(), Files.readString(file));
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  private static UserException unreadable(Path path, IOException failure) {
    return new UserException(
        ExitCode.IO, "%s cannot be read: %s".formatted(path, Reason.of(failure)), failure);
  }

  /**
   * Puts a set in the place of a target's, or takes it away if it is empty.
   *
   * @param base what the IRIs of our things start with
   */
  public void put(String target, MappingSet set, String base) {
    try {
      if (set.mappings().isEmpty()) {
        Files.deleteIfExists(file(target));
        return;
      }
      Files.createDirectories(folder);
      Path draft = folder.resolve(target + ".new");
      String text = Sssom.write(set, LinksetGraph.name(target), base);
      Durable.write(draft, List.of(text.getBytes(StandardCharsets.UTF_8)));
      Files.move(
          draft, file(target), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Durable.force(folder);
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.IO,
          "%s cannot be written (%s). The store is as it was."
              .formatted(file(target), Reason.of(failure)),
          failure);
    }
  }

  /** Sets a target's file aside; says where, if there was one. */
  public Optional<Path> setAside(String target) {
    if (!Files.isRegularFile(file(target))) {
      return Optional.empty();
    }
    try {
      Files.move(file(target), removedFile(target), StandardCopyOption.REPLACE_EXISTING);
      return Optional.of(removedFile(target));
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.IO,
          "%s cannot be moved (%s). The store is as it was."
              .formatted(file(target), Reason.of(failure)),
          failure);
    }
  }

  /**
   * The graphs of all sets.
   *
   * @param things IRIs of all things of the store
   * @param base what they start with
   */
  public Graphs graphs(Set<String> things, String base) {
    List<Quad> quads = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    all()
        .forEach(
            (target, set) -> {
              quads.addAll(LinksetGraph.of(target, set, things, base));
              long dangling =
                  set.mappings().stream()
                      .map(Mapping::subjectId)
                      .distinct()
                      .filter(subject -> !things.contains(subject))
                      .count();
              if (dangling > 0) {
                warnings.add(
                    "%s has mappings of %d thing%s that the store does not hold. They stay in the file, and count when %s there again."
                        .formatted(
                            file(target),
                            dangling,
                            dangling == 1 ? "" : "s",
                            dangling == 1 ? "it is" : "they are"));
              }
            });
    return new Graphs(quads, warnings);
  }
}
