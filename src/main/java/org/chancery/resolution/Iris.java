package org.chancery.resolution;

import java.util.Locale;
import org.chancery.claims.Referent;

/**
 * Where things get their names from.
 *
 * @param base what every IRI of ours starts with; ends in {@code /} or {@code #}
 */
public record Iris(String base) {
  private static final String ARTICLE = "article/";

  /**
   * @throws IllegalArgumentException if names would run into the base
   */
  public Iris {
    if (!base.endsWith("/") && !base.endsWith("#")) {
      throw new IllegalArgumentException("base \"" + base + "\" ends neither in / nor in #");
    }
  }

  /**
   * The names that go with an article's.
   *
   * @throws IllegalArgumentException if {@code articleIri} is not one that {@link #article} makes
   */
  public static Iris besides(String articleIri) {
    int start = articleIri.lastIndexOf(ARTICLE);
    if (start < 0) {
      throw new IllegalArgumentException(articleIri + " is no article's IRI");
    }
    return new Iris(articleIri.substring(0, start));
  }

  /** The article with that identifier. */
  public String article(String id) {
    return base + ARTICLE + Slug.encode(id);
  }

  /**
   * The country with that code.
   *
   * @param code ISO 3166-1 alpha-2, in any case
   */
  public String country(String code) {
    return base + "country/" + Slug.encode(code.toLowerCase(Locale.ROOT));
  }

  /** What a name is as the last segment of an IRI. */
  public static String segment(String name) {
    return Slug.of(name);
  }

  /** A quotation: the offset of its first word tells it from the others of its article. */
  String quotation(String article, Referent.Quotation quotation) {
    return quotations(article) + quotation.span().start();
  }

  /** What the IRIs of an article's quotations start with. */
  String quotations(String article) {
    return base + "quotation/" + Slug.encode(article) + "/";
  }

  /**
   * A node that has no name of its own, named by a hash of what makes it what it is.
   *
   * @param kind first part of its path, such as {@code claim}
   * @param identity the parts that tell it from others of its kind
   */
  public String hashed(String kind, String... identity) {
    return base + kind + "/" + Slug.hash(String.join("\n", identity), 24);
  }
}
