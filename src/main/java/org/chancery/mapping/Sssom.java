package org.chancery.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Mapping sets as SSSOM TSV: a header in YAML behind {@code #}, a line of column names, a row for
 * each mapping. Columns may come in any order, and unknown ones are passed over.
 */
public final class Sssom {
  private static final List<String> COLUMNS =
      List.of(
          "subject_id",
          "subject_label",
          "predicate_id",
          "predicate_modifier",
          "object_id",
          "object_label",
          "mapping_justification",
          "confidence",
          "similarity_score",
          "match_string",
          "mapping_tool",
          "mapping_date",
          "reviewer_label",
          "comment",
          "other");
  private static final List<String> REQUIRED =
      List.of("subject_id", "predicate_id", "object_id", "mapping_justification");

  /** Prefixes that SSSOM takes for granted, and those of well-known targets. */
  private static final SortedMap<String, String> PREFIXES =
      new TreeMap<>(
          Map.of(
              "owl", "http://www.w3.org/2002/07/owl#",
              "skos", "http://www.w3.org/2004/02/skos/core#",
              "semapv", "https://w3id.org/semapv/vocab/",
              "sssom", "https://w3id.org/sssom/",
              "wd", "http://www.wikidata.org/entity/",
              "dbr", "http://dbpedia.org/resource/",
              "geonames", "https://sws.geonames.org/"));

  private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.~%/-]*");
  private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+");

  private Sssom() {}

  /**
   * Writes a set.
   *
   * @param id IRI of the set
   * @param base what the IRIs of our things start with
   */
  public static String write(MappingSet set, String id, String base) {
    SortedMap<String, String> prefixes = new TreeMap<>(PREFIXES);
    prefixes.put("id", base);
    StringBuilder text = new StringBuilder("#curie_map:\n");
    prefixes.forEach((name, iri) -> text.append("#  %s: \"%s\"\n".formatted(name, iri)));
    text.append("#license: \"https://w3id.org/sssom/license/unspecified\"\n");
    text.append("#mapping_set_id: \"%s\"\n".formatted(id));
    text.append(String.join("\t", COLUMNS)).append('\n');
    for (Mapping mapping : set.mappings()) {
      text.append(
          cells(mapping, prefixes).stream()
              .map(cell -> BREAKS.matcher(cell).replaceAll(" "))
              .collect(Collectors.joining("\t", "", "\n")));
    }
    return text.toString();
  }

  private static List<String> cells(Mapping mapping, Map<String, String> prefixes) {
    return List.of(
        curie(mapping.subjectId(), prefixes),
        mapping.subjectLabel(),
        curie(mapping.predicateId(), prefixes),
        mapping.negated() ? "Not" : "",
        curie(mapping.objectId(), prefixes),
        mapping.objectLabel(),
        curie(mapping.justification(), prefixes),
        mapping.confidence().map(Sssom::number).orElse(""),
        mapping.similarity().map(Sssom::number).orElse(""),
        mapping.matchString(),
        mapping.tool(),
        mapping.date(),
        mapping.reviewer(),
        mapping.comment(),
        mapping.other());
  }

  /** A number in [0, 1] as mapping sets have it. */
  public static String number(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }

  private static String curie(String iri, Map<String, String> prefixes) {
    String best = iri;
    int longest = 0;
    for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
      String namespace = prefix.getValue();
      if (namespace.length() > longest
          && iri.startsWith(namespace)
          && LOCAL.matcher(iri.substring(namespace.length())).matches()) {
        best = prefix.getKey() + ":" + iri.substring(namespace.length());
        longest = namespace.length();
      }
    }
    return best;
  }

  /**
   * Reads a set.
   *
   * @param name what messages call the file
   * @throws UserException with {@link ExitCode#DATA} if it is malformed
   */
  public static MappingSet read(String name, String text) {
    List<String> lines = text.strip().isEmpty() ? List.of() : text.lines().toList();
    StringBuilder header = new StringBuilder();
    int line = 0;
    while (line < lines.size() && lines.get(line).startsWith("#")) {
      header.append(lines.get(line).substring(1)).append('\n');
      line++;
    }
    if (line == lines.size()) {
      throw malformed(name, line + 1, "there is no line with the names of the columns");
    }
    Map<String, String> prefixes = prefixes(name, header.toString());
    List<String> columns = split(lines.get(line++));
    for (String column : REQUIRED) {
      if (!columns.contains(column)) {
        throw malformed(name, line, "there is no column " + column);
      }
    }
    List<Mapping> mappings = new ArrayList<>();
    for (; line < lines.size(); line++) {
      if (!lines.get(line).isBlank()) {
        mappings.add(new Row(name, line + 1, columns, split(lines.get(line)), prefixes).mapping());
      }
    }
    return new MappingSet(mappings);
  }

  private static List<String> split(String line) {
    return Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
  }

  private static Map<String, String> prefixes(String name, String header) {
    Map<String, String> prefixes = new HashMap<>(PREFIXES);
    try {
      Object parsed = new Load(LoadSettings.builder().build()).loadFromString(header);
      if (parsed instanceof Map<?, ?> slots && slots.get("curie_map") instanceof Map<?, ?> map) {
        map.forEach((prefix, iri) -> prefixes.put(String.valueOf(prefix), String.valueOf(iri)));
      }
    } catch (YamlEngineException | IndexOutOfBoundsException malformed) {
      throw malformed(name, 1, "the header is not YAML: " + malformed.getMessage());
    } catch (StackOverflowError circular) {
      throw malformed(name, 1, "the header holds itself");
    }
    return prefixes;
  }

  private static UserException malformed(String name, int line, String what) {
    return new UserException(
        ExitCode.DATA,
        "%s, line %d: %s. Mend that line; everything is as it was."
            .formatted(name, line, what.replaceAll("\\s+", " ")));
  }

  /** One row, with what its cells mean. */
  private record Row(
      String name,
      int line,
      List<String> columns,
      List<String> cells,
      Map<String, String> prefixes) {
    Mapping mapping() {
      if (cells.size() > columns.size()) {
        throw malformed(
            name, line, "%d cells for %d columns".formatted(cells.size(), columns.size()));
      }
      String modifier = cell("predicate_modifier");
      if (!modifier.isEmpty() && !modifier.equals("Not")) {
        throw malformed(
            name, line, "predicate_modifier is \"%s\"; write Not or nothing".formatted(modifier));
      }
      return new Mapping(
          iri("subject_id"),
          cell("subject_label"),
          iri("predicate_id"),
          !modifier.isEmpty(),
          iri("object_id"),
          cell("object_label"),
          iri("mapping_justification"),
          share("confidence"),
          share("similarity_score"),
          cell("match_string"),
          cell("mapping_tool"),
          cell("reviewer_label"),
          cell("mapping_date"),
          cell("comment"),
          cell("other"));
    }

    private String cell(String column) {
      int index = columns.indexOf(column);
      return index < 0 || index >= cells.size() ? "" : cells.get(index);
    }

    private String iri(String column) {
      String cell = cell(column);
      if (cell.startsWith("http://") || cell.startsWith("https://")) {
        return cell;
      }
      int colon = cell.indexOf(':');
      String namespace = colon < 0 ? null : prefixes.get(cell.substring(0, colon));
      if (namespace == null) {
        throw malformed(
            name,
            line,
            "%s is \"%s\"; write an IRI, or a CURIE whose prefix is in the header's curie_map"
                .formatted(column, cell));
      }
      return namespace + cell.substring(colon + 1);
    }

    private Optional<Double> share(String column) {
      String cell = cell(column);
      if (cell.isEmpty()) {
        return Optional.empty();
      }
      try {
        double share = Double.parseDouble(cell);
        if (share >= 0 && share <= 1) {
          return Optional.of(share);
        }
      } catch (NumberFormatException notOne) {
        // The same complaint as for one out of range.
      }
      throw malformed(
          name, line, "%s is \"%s\"; write a number from 0 to 1".formatted(column, cell));
    }
  }
}
