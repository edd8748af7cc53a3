package org.chancery.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.ontology.Predicate;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The lines {@code #+ …} at the head of a query: YAML, as grlc reads it. A file without them has an
 * empty header, and its variables {@code ?_x} are parameters that need not be given.
 */
record Header(String question, String description, List<String> tags, List<Parameter> parameters) {
  private static final String MARK = "#+";
  private static final Pattern VARIABLE = Pattern.compile("[?$]_(\\w+)");

  /** What we read, and the rest of grlc's words, which other tools may. */
  private static final Set<String> KEYS =
      Set.of(
          "summary",
          "description",
          "tags",
          "params",
          "endpoint",
          "method",
          "pagination",
          "defaults",
          "enumerate");

  static Header parse(String file, String text) {
    List<String> lines = text.lines().toList();
    List<String> header = lines.stream().takeWhile(line -> line.startsWith(MARK)).toList();
    Set<String> variables = variables(lines);
    if (header.isEmpty()) {
      List<Parameter> parameters =
          variables.stream()
              .map(
                  name ->
                      new Parameter(
                          name, Parameter.Kind.TEXT, "", Optional.of(""), List.of(), List.of()))
              .toList();
      return new Header("", "", List.of(), parameters);
    }
    return new Reader(file, header, variables).read();
  }

  /** The names of the variables {@code ?_name} outside comments. */
  private static Set<String> variables(List<String> lines) {
    Set<String> names = new TreeSet<>();
    for (String line : lines) {
      if (!line.stripLeading().startsWith("#")) {
        Matcher matcher = VARIABLE.matcher(line);
        while (matcher.find()) {
          names.add(matcher.group(1));
        }
      }
    }
    return names;
  }

  /** Turns the header's YAML into values, and says in which line it fails. */
  private record Reader(String file, List<String> lines, Set<String> variables) {
    Header read() {
      Map<?, ?> values = mapping(load(), "the header", 1);
      for (Object key : values.keySet()) {
        if (!KEYS.contains(String.valueOf(key))) {
          throw malformed(line(key), "\"%s\" is no word of a query's header".formatted(key));
        }
      }
      List<Parameter> parameters = new ArrayList<>();
      for (Object parameter : list(values, "params")) {
        parameters.add(parameter(mapping(parameter, "each of params", line("params"))));
      }
      requireSameNames(parameters);
      return new Header(
          text(values, "summary", 1),
          text(values, "description", 1),
          words(values, "tags"),
          parameters);
    }

    private Object load() {
      StringBuilder yaml = new StringBuilder();
      lines.forEach(line -> yaml.append(line.substring(MARK.length())).append('\n'));
      try {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml.toString());
      } catch (MarkedYamlEngineException e) {
        throw malformed(e.getProblemMark().map(Mark::getLine).orElse(0) + 1, e.getProblem());
      } catch (YamlEngineException | IndexOutOfBoundsException e) {
        throw malformed(1, String.valueOf(e.getMessage()));
      } catch (StackOverflowError circular) {
        throw malformed(1, "the header holds itself");
      }
    }

    private Parameter parameter(Map<?, ?> values) {
      int line = line("params");
      String name = text(values, "name", line);
      line = line(name);
      String kind = text(values, "type", line);
      Optional<String> defaultValue =
          values.containsKey("default")
              ? Optional.of(String.valueOf(values.get("default")))
              : Optional.empty();
      int kindLine = line;
      Parameter.Kind type =
          Parameter.Kind.named(kind)
              .orElseThrow(
                  () ->
                      malformed(
                          kindLine,
                          "type \"%s\" is none of name, text, relation, date".formatted(kind)));
      List<String> allowed =
          type == Parameter.Kind.RELATION
              ? Arrays.stream(Predicate.values()).map(Predicate::localName).toList()
              : words(values, "values");
      return new Parameter(
          name,
          type,
          text(values, "description", line),
          defaultValue,
          allowed,
          words(values, "suggest"));
    }

    private void requireSameNames(List<Parameter> parameters) {
      Set<String> unused = new TreeSet<>();
      Set<String> undeclared = new TreeSet<>(variables);
      for (Parameter parameter : parameters) {
        undeclared.remove(parameter.name());
        if (!variables.contains(parameter.name())) {
          unused.add(parameter.name());
        }
      }
      if (!unused.isEmpty()) {
        String name = unused.iterator().next();
        throw malformed(line(name), "the query does not use ?_" + name);
      }
      if (!undeclared.isEmpty()) {
        throw malformed(1, "params does not declare ?_" + undeclared.iterator().next());
      }
    }

    private Map<?, ?> mapping(Object value, String what, int line) {
      if (value instanceof Map<?, ?> map) {
        return map;
      }
      throw malformed(line, what + " should be lines of \"word: value\"");
    }

    private List<?> list(Map<?, ?> values, String key) {
      if (!values.containsKey(key)) {
        return List.of();
      }
      if (values.get(key) instanceof List<?> list) {
        return list;
      }
      throw malformed(line(key), key + " should be a list");
    }

    private List<String> words(Map<?, ?> values, String key) {
      return list(values, key).stream().map(String::valueOf).toList();
    }

    private String text(Map<?, ?> values, String key, int line) {
      if (values.get(key) instanceof String text && !text.isBlank()) {
        return text.strip();
      }
      throw malformed(line, key + " is missing or no text");
    }

    /** The first line that gives this key or value, counted from 1. */
    private int line(Object word) {
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.contains(word + ":") || line.endsWith(": " + word)) {
          return i + 1;
        }
      }
      return 1;
    }

    private UserException malformed(int line, String problem) {
      return new UserException(ExitCode.CONFIG, "%s, line %s: %s.".formatted(file, line, problem));
    }
  }
}
