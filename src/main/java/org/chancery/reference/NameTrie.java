package org.chancery.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Names in a tree by their pieces, and what each name stands for. Built once, then read only: after
 * the last {@link #add} any number of threads may look up.
 *
 * <p>A name is met in its own case, but for particles ({@code The Hague}, {@code the Hague}), or
 * all in capitals, as in datelines ({@code PORT MORESBY}) if it has four letters or more.
 */
final class NameTrie<V> {
  private static final Set<String> PARTICLES =
      Set.of(
          "the", "of", "and", "de", "la", "le", "el", "da", "do", "dos", "del", "du", "al", "for",
          "in", "on", "et", "d", "saint", "zu", "pri", "am", "i", "e");

  /** Fewer capitals might as well be an abbreviation of something else. */
  private static final int FEWEST_CAPITALS = 4;

  private final Node<V> root = new Node<>();

  /** Tokens that the longest name may span: how far back a covering name may begin. */
  private int longest = 1;

  void add(String name, V value) {
    List<String> pieces = Pieces.of(name);
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("nothing to compare in the name \"" + name + "\"");
    }
    Node<V> node = root;
    for (String piece : pieces) {
      node = node.childFor(Pieces.key(piece));
    }
    node.add(pieces, value);
    longest = Math.max(longest, pieces.size());
  }

  /**
   * The longest name that starts at a token, unless that token is inside a longer name that starts
   * before it: {@code Guinea} of {@code Equatorial Guinea} is none.
   *
   * @param from index of the first token, from 0
   */
  Optional<Hit<V>> at(List<String> tokens, int from) {
    Optional<Hit<V>> hit = startingAt(tokens, from);
    if (hit.isEmpty()) {
      return hit;
    }
    for (int start = Math.max(0, from - longest + 1); start < from; start++) {
      int covered = startingAt(tokens, start).map(Hit::tokens).orElse(0);
      if (start + covered > from && covered > hit.get().tokens()) {
        return Optional.empty();
      }
    }
    return hit;
  }

  private Optional<Hit<V>> startingAt(List<String> tokens, int from) {
    Node<V> node = root;
    List<String> said = new ArrayList<>();
    Optional<Hit<V>> best = Optional.empty();
    for (int i = from; i < tokens.size(); i++) {
      List<String> pieces = Pieces.of(tokens.get(i));
      if (pieces.isEmpty()) {
        return best;
      }
      for (String piece : pieces) {
        Node<V> next = node.child(Pieces.key(piece));
        if (next == null) {
          return best;
        }
        node = next;
      }
      said.addAll(pieces);
      Optional<Hit<V>> hit = node.met(said, i - from + 1);
      if (hit.isPresent()) {
        best = hit;
      }
    }
    return best;
  }

  /**
   * @param tokens how many tokens the name spans
   * @param said the name's pieces as they stand in the text
   * @param shouted whether the name was recognised by its letters only, all being capitals
   * @param values what the name stands for, in the order of their adding
   */
  record Hit<V>(int tokens, List<String> said, boolean shouted, List<V> values) {
    Hit {
      said = List.copyOf(said);
      values = List.copyOf(values);
    }
  }

  /** A name that ends at a node, in its own case. */
  private record Entry<V>(List<String> pieces, V value) {}

  private static final class Node<V> {
    private Map<String, Node<V>> children = Map.of();
    private List<Entry<V>> entries = List.of();

    @Nullable Node<V> child(String key) {
      return children.get(key);
    }

    Node<V> childFor(String key) {
      if (children.isEmpty()) {
        children = new HashMap<>(2);
      }
      return children.computeIfAbsent(key, missing -> new Node<>());
    }

    void add(List<String> pieces, V value) {
      Entry<V> entry = new Entry<>(pieces, value);
      if (entries.isEmpty()) {
        entries = List.of(entry);
        return;
      }
      List<Entry<V>> more = new ArrayList<>(entries);
      more.add(entry);
      entries = more;
    }

    Optional<Hit<V>> met(List<String> said, int tokens) {
      if (entries.isEmpty()) {
        return Optional.empty();
      }
      List<V> written = valuesOf(entry -> sameCase(entry.pieces(), said));
      if (!written.isEmpty()) {
        return Optional.of(new Hit<>(tokens, said, false, written));
      }
      if (!allCapitals(said)) {
        return Optional.empty();
      }
      return Optional.of(new Hit<>(tokens, said, true, valuesOf(entry -> true)));
    }

    private List<V> valuesOf(Predicate<Entry<V>> wanted) {
      return entries.stream().filter(wanted).map(Entry::value).distinct().toList();
    }

    private static boolean sameCase(List<String> name, List<String> said) {
      for (int i = 0; i < name.size(); i++) {
        String piece = name.get(i);
        if (!piece.equals(said.get(i))
            && !(name.size() > 1 && PARTICLES.contains(Pieces.key(piece)))) {
          return false;
        }
      }
      return true;
    }

    private static boolean allCapitals(List<String> said) {
      int letters = 0;
      for (String piece : said) {
        for (int i = 0; i < piece.length(); i++) {
          char c = piece.charAt(i);
          if (Character.isLowerCase(c)) {
            return false;
          }
          letters += Character.isLetter(c) ? 1 : 0;
        }
      }
      return letters >= FEWEST_CAPITALS;
    }
  }
}
