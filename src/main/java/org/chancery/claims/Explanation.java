package org.chancery.claims;

import java.util.List;
import java.util.Optional;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.NearMatch;
import org.chancery.analysis.Parse;
import org.chancery.ontology.ContextRule;
import org.chancery.ontology.Predicate;

/**
 * Why an article was read as it was.
 *
 * @param reading what the article says, as without an explanation
 * @param sentences in the order of the text
 */
public record Explanation(ArticleReading reading, List<OfSentence> sentences) {
  public Explanation {
    sentences = List.copyOf(sentences);
  }

  /**
   * Why one sentence was read as it was.
   *
   * @param unparsed why it was not parsed; empty if it was
   * @param parse empty if it was not parsed
   * @param fired the rules whose pattern matched, in the order of their names
   * @param concluded the rules without a pattern that found some of the claims, in the order of
   *     their names
   * @param near if nothing came of the sentence: the rules whose word stands in it, those with the
   *     fewest gaps first
   * @param claims those that rest on words of the sentence, by whatever way they were found
   */
  public record OfSentence(
      Analysis.Read read,
      Optional<String> unparsed,
      Optional<Parse> parse,
      List<Fired> fired,
      List<ContextRule> concluded,
      List<Near> near,
      List<Claim> claims) {
    public OfSentence {
      fired = List.copyOf(fired);
      concluded = List.copyOf(concluded);
      near = List.copyOf(near);
      claims = List.copyOf(claims);
    }
  }

  /**
   * A rule that matched.
   *
   * @param event 0-based index of the event's unit
   * @param judgement the status that the sentence gives to the event
   * @param refusal why no claim came of it; empty if one did
   */
  public record Fired(
      String rule,
      Predicate yields,
      int event,
      Filler subject,
      Filler object,
      Judgement judgement,
      Optional<String> refusal) {}

  /**
   * What fills a role.
   *
   * @param unit 0-based index of the unit
   * @param names the names of what the unit stands for; none if that is unsure
   */
  public record Filler(int unit, List<String> names) {
    public Filler {
      names = List.copyOf(names);
    }
  }

  /** A rule that did not match. */
  public record Near(String rule, Predicate yields, NearMatch match) {}

  /** What the reading calls a referent, by the key that its claims use. */
  public String name(String key) {
    return reading
        .referent(key)
        .map(
            referent ->
                referent instanceof Referent.Named named
                    ? named.names().best()
                    : referent instanceof Referent.Quotation quotation
                        ? "“" + quotation.words() + "”"
                        : key)
        .orElse(key);
  }
}
