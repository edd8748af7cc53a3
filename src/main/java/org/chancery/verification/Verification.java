package org.chancery.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.chancery.article.Article;

/**
 * A store's evidence on its way to be held against the articles. It knows which articles it still
 * waits for, and how many pieces were right and wrong.
 */
public final class Verification {
  /** By identifier; a graph that somebody mended by hand may repeat one. */
  private final SortedMap<String, List<StoredArticle>> waiting = new TreeMap<>();

  private final Set<String> changed = new HashSet<>();
  private int articles;
  private int pieces;
  private int mismatches;

  private Verification(List<StoredArticle> stored) {
    for (StoredArticle article : stored) {
      waiting.computeIfAbsent(article.id(), id -> new ArrayList<>()).add(article);
    }
  }

  /** Takes all that is to be checked out of the store; call inside a read transaction. */
  public static Verification of(DatasetGraph dataset) {
    return new Verification(StoredArticle.of(dataset));
  }

  /**
   * Holds the evidence of one article against its text, once: an article that the store has not, or
   * that was checked before, has nothing to be checked.
   *
   * @param source the article as it is today; if its hash is not the stored one, nothing is checked
   * @return what differs, in the order of the evidence's IRIs
   */
  public List<Mismatch> check(Article source) {
    List<StoredArticle> named = waiting.getOrDefault(source.id(), List.of());
    List<Mismatch> found = new ArrayList<>();
    for (StoredArticle article : named.stream().filter(a -> a.isOf(source)).toList()) {
      named.remove(article);
      articles++;
      pieces += article.pieces().size();
      article.mismatches(source.text()).forEach(found::add);
    }
    if (named.isEmpty()) {
      waiting.remove(source.id());
    } else {
      changed.add(source.id());
    }
    mismatches += found.size();
    return List.copyOf(found);
  }

  /** How many articles were checked. */
  public int articles() {
    return articles;
  }

  /** How many pieces of evidence were checked, each once however many claims rest on it. */
  public int pieces() {
    return pieces;
  }

  /** How many differences there were. */
  public int mismatches() {
    return mismatches;
  }

  /** Identifiers of the articles of which no source came, sorted. */
  public List<String> missing() {
    return waiting.keySet().stream().filter(id -> !changed.contains(id)).toList();
  }

  /** Identifiers of the articles of which a source came, but with other bytes, sorted. */
  public List<String> changed() {
    return waiting.keySet().stream().filter(changed::contains).toList();
  }

  /** Whether all evidence of all articles was checked and is right. */
  public boolean isSound() {
    return waiting.isEmpty() && mismatches == 0;
  }
}
