package org.chancery.catalogue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.chancery.store.Store;

/** One version of a graph, counted and with its names to search in; may be asked by all at once. */
public final class Catalogue {
  private final Census census;
  private final Map<Kind, Integer> kinds;
  private final NameIndex names;

  /** Something that was looked for. */
  public record Hit(String iri, Kind kind, String label, Optional<String> alias, int articles) {}

  /**
   * What a search came to.
   *
   * @param total how many there are in all
   * @param similar whether nothing has that name, and these have one that is off by a letter
   * @param hits those asked for, the best first
   * @param kinds how many there are in all of each kind
   */
  public record Hits(int total, boolean similar, List<Hit> hits, Map<Kind, Integer> kinds) {
    public Hits {
      hits = List.copyOf(hits);
      kinds = Map.copyOf(kinds);
    }
  }

  /** The catalogue of what was read; takes seconds where it was much. */
  public Catalogue(Census census) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    census.things().forEach(thing -> counts.merge(thing.kind(), 1, Integer::sum));
    this.kinds = Map.copyOf(counts);
    this.names = new NameIndex(census.things());
    // The index has the names now, and twice would be much.
    this.census =
        new Census(
            census.classes(), census.statuses(), census.relations(), census.published(), List.of());
  }

  /** Reads through the store once, and has no further need of it. */
  public static Catalogue of(Store store) {
    return new Catalogue(Census.of(store, () -> false));
  }

  /**
   * Finds by name: whatever has all the words, each of them whole or cut short, in whatever case
   * and with or without accents. Whole names come first, labels before aliases, then what more
   * articles mention. No words find everything.
   *
   * @param kinds those wanted; none means all
   * @param skip how many of the best to leave out
   * @param most how many to return
   */
  public Hits search(String words, Set<Kind> kinds, int skip, int most) {
    return names.search(words, kinds, skip, most);
  }

  /**
   * Who or what may be meant by a name: first those of the same name but for case and accents, then
   * those that share words with it or have one that is off by a letter, the more and the rarer the
   * better.
   *
   * @param kinds those wanted; none means all
   */
  public List<Census.Thing> likely(String name, Set<Kind> kinds, int most) {
    return names.likely(name, kinds, most);
  }

  /** What is known of the names of a thing; nothing if the catalogue does not have it. */
  public Optional<Census.Thing> find(String iri) {
    return names.find(iri);
  }

  /** The IRI of the one thing with exactly this label; nothing if there are several or none. */
  public Optional<String> only(String label) {
    return names.only(label);
  }

  /** How many things there are of a kind. */
  public int count(Kind kind) {
    return kinds.getOrDefault(kind, 0);
  }

  /** How many things there are, by the local name of their class. */
  public SortedMap<String, Integer> classes() {
    return census.classes();
  }

  /** How many claims there are, by the local name of their status. */
  public SortedMap<String, Integer> statuses() {
    return census.statuses();
  }

  /** How many claims there are, by the local name of their relation. */
  public SortedMap<String, Integer> relations() {
    return census.relations();
  }

  /** First and last day on which an article was published, where known. */
  public Optional<Census.Days> published() {
    return census.published();
  }
}
