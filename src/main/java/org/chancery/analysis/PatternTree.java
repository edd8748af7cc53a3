package org.chancery.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A Semgrex pattern taken apart into its nodes and the conditions on them, so that it can be
 * written again with some left out. Alternatives in square brackets stay in one piece.
 */
record PatternTree(Node head) {
  /** Names the node of a negated condition when it is turned to find what is in the way. */
  static final String BLOCKER = "blocker";

  /**
   * One word.
   *
   * @param id counts the conditions from 1; 0 for the head
   * @param attributes what is asked of the word, in braces
   * @param name empty if the pattern does not name it
   */
  record Node(int id, String attributes, String name, List<Condition> conditions) {
    /** The name that it is written with. */
    String bound() {
      return name.isEmpty() ? "n" + id : name;
    }

    boolean leadsTo(String role) {
      return name.toLowerCase(Locale.ROOT).contains(role)
          || conditions.stream().anyMatch(condition -> condition.leadsTo(role));
    }
  }

  /**
   * What is asked around a word.
   *
   * @param relation with its arrow; alternatives in brackets are all here
   * @param node empty for alternatives in brackets
   */
  record Condition(int id, boolean negated, String relation, Optional<Node> node) {
    boolean leadsTo(String role) {
      return node.map(found -> found.leadsTo(role)).orElse(relation.contains("=" + role));
    }

    String shown() {
      return (negated ? "!" : "") + relation + node.map(word -> " " + word.attributes()).orElse("");
    }

    /** A negated condition as if it were wanted. */
    String positive() {
      return relation + node.map(word -> " " + word.attributes() + "=" + BLOCKER).orElse("");
    }
  }

  /**
   * Takes a pattern apart.
   *
   * @param pattern one that {@link DependencyPattern#compile} takes
   */
  static PatternTree read(String pattern) {
    return new PatternTree(new Reader(pattern).node(0));
  }

  /**
   * The pattern with some of its conditions.
   *
   * @param loosened conditions whose word may be any
   * @param turned a negated condition that is to be wanted; 0 for none
   */
  String written(Set<Integer> included, Set<Integer> loosened, int turned) {
    StringBuilder pattern = new StringBuilder();
    write(head, included, loosened, turned, pattern);
    return pattern.toString();
  }

  private static void write(
      Node node, Set<Integer> included, Set<Integer> loosened, int turned, StringBuilder pattern) {
    pattern.append(loosened.contains(node.id()) ? "{}" : node.attributes());
    pattern.append('=').append(node.bound());
    for (Condition condition : node.conditions()) {
      if (condition.id() == turned) {
        pattern.append(' ').append(condition.positive());
      } else if (included.contains(condition.id())) {
        if (condition.node().isPresent() && !condition.negated()) {
          pattern.append(' ').append(condition.relation()).append(" (");
          write(condition.node().get(), included, loosened, turned, pattern);
          pattern.append(')');
        } else {
          pattern.append(' ').append(condition.shown());
        }
      }
    }
  }

  /** Reads from left to right. */
  private static final class Reader {
    private final String pattern;
    private int at;
    private int conditions;

    Reader(String pattern) {
      this.pattern = pattern;
    }

    Node node(int id) {
      skipBlanks();
      boolean group = at < pattern.length() && pattern.charAt(at) == '(';
      if (group) {
        at++;
        skipBlanks();
      }
      String attributes = through('}');
      String name = "";
      if (at < pattern.length() && pattern.charAt(at) == '=') {
        int from = ++at;
        while (at < pattern.length() && Character.isLetterOrDigit(pattern.charAt(at))) {
          at++;
        }
        name = pattern.substring(from, at);
      }
      List<Condition> conditions = group || id == 0 ? conditions() : List.of();
      if (group) {
        at++;
      }
      return new Node(id, attributes, name, conditions);
    }

    private List<Condition> conditions() {
      List<Condition> found = new ArrayList<>();
      skipBlanks();
      while (at < pattern.length() && pattern.charAt(at) != ')') {
        found.add(condition());
        skipBlanks();
      }
      return List.copyOf(found);
    }

    private Condition condition() {
      int id = ++conditions;
      boolean negated = pattern.charAt(at) == '!';
      if (negated) {
        at++;
      }
      if (pattern.charAt(at) == '[') {
        return new Condition(id, negated, brackets(), Optional.empty());
      }
      int from = at;
      while (!Character.isWhitespace(pattern.charAt(at))) {
        at++;
      }
      String relation = pattern.substring(from, at);
      return new Condition(id, negated, relation, Optional.of(node(id)));
    }

    private String brackets() {
      int from = at;
      int depth = 0;
      do {
        depth += pattern.charAt(at) == '[' ? 1 : pattern.charAt(at) == ']' ? -1 : 0;
        at++;
      } while (depth > 0);
      return pattern.substring(from, at);
    }

    private String through(char end) {
      int from = at;
      at = pattern.indexOf(end, at) + 1;
      return pattern.substring(from, at);
    }

    private void skipBlanks() {
      while (at < pattern.length() && Character.isWhitespace(pattern.charAt(at))) {
        at++;
      }
    }
  }
}
