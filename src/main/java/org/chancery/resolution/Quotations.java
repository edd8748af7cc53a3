package org.chancery.resolution;

import java.util.List;
import org.chancery.claims.Referent;

/** Every quotation is its own: the same words at another place are another quotation. */
final class Quotations {
  private Quotations() {}

  static void resolve(Corpus corpus, Entities entities) {
    List<Cluster> clusters =
        corpus.all(Referent.Quotation.class).stream().map(q -> new Cluster(List.of(q))).toList();
    entities.add(clusters, cluster -> path(cluster.first()));
  }

  /** The offset of the first word tells the quotations of an article apart. */
  private static String path(Appearance appearance) {
    if (appearance.referent() instanceof Referent.Quotation quotation) {
      return "quotation/" + Slug.encode(appearance.article()) + "/" + quotation.span().start();
    }
    throw new AssertionError(appearance + " is no quotation");
  }
}
