package org.chancery.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Semgrex pattern asks of a sentence's words, whatever their parse: for each of its nodes a
 * unit that fits. Read off the pattern's text; what hangs on a negated or optional relation or
 * stands among alternatives asks for nothing.
 */
final class NodeNeeds {
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(lemma|tag|ner):(?:/([^/]*)/|([A-Za-z-]+))");

  private static final Pattern PLAIN_ALTERNATIVES = Pattern.compile("[A-Za-z |-]+");

  private final List<Predicate<Unit>> nodes;

  private NodeNeeds(List<Predicate<Unit>> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  static NodeNeeds of(String pattern) {
    List<Predicate<Unit>> nodes = new ArrayList<>();
    int groups = 0;
    int passedOver = 0; // the depth of the group that hangs on a negated or optional relation
    int alternatives = 0;
    boolean doubtful = false;
    for (int at = 0; at < pattern.length(); at++) {
      switch (pattern.charAt(at)) {
        case '/' -> at = end(pattern, at, '/');
        case '!', '?' -> doubtful = true;
        case '[' -> alternatives++;
        case ']' -> alternatives--;
        case '(' -> {
          groups++;
          passedOver = doubtful && passedOver == 0 ? groups : passedOver;
          doubtful = false;
        }
        case ')' -> {
          passedOver = passedOver == groups ? 0 : passedOver;
          groups--;
        }
        case '{' -> {
          int end = end(pattern, at, '}');
          if (!doubtful && passedOver == 0 && alternatives == 0) {
            nodes.add(fits(pattern.substring(at + 1, end)));
          }
          doubtful = false;
          at = end;
        }
        case '|' -> {
          if (alternatives == 0) {
            return new NodeNeeds(List.of());
          }
        }
        default -> {
          // a relation or a name
        }
      }
    }
    return new NodeNeeds(nodes);
  }

  /** Where the stretch that opens at a position closes; braces hold expressions in slashes. */
  private static int end(String pattern, int open, char close) {
    int at = open + 1;
    while (at < pattern.length() && pattern.charAt(at) != close) {
      at = close == '}' && pattern.charAt(at) == '/' ? end(pattern, at, '/') + 1 : at + 1;
    }
    return at;
  }

  private static Predicate<Unit> fits(String node) {
    Predicate<Unit> all = unit -> true;
    for (String part : node.split(";", -1)) {
      Matcher attribute = ATTRIBUTE.matcher(part);
      if (attribute.matches()) {
        String form = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
        Predicate<String> value = value(form);
        all =
            all.and(
                switch (attribute.group(1)) {
                  case "lemma" -> unit -> value.test(unit.lemma());
                  case "tag" -> unit -> value.test(unit.tag());
                  default -> unit -> value.test(unit.kind());
                });
      }
    }
    return all;
  }

  private static Predicate<String> value(String form) {
    return PLAIN_ALTERNATIVES.matcher(form).matches()
        ? Set.copyOf(List.of(form.split("\\|", -1)))::contains
        : Pattern.compile(form).asMatchPredicate();
  }

  /** Whether every node finds a unit; if not, no parse of the units can match. */
  boolean areMetBy(List<Unit> units) {
    for (Predicate<Unit> node : nodes) {
      if (units.stream().noneMatch(node)) {
        return false;
      }
    }
    return true;
  }
}
