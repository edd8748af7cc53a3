package org.chancery.ontology;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule of {@code ontology/rules/}: a pattern, and the predicate that a match states.
 *
 * @param name local name, such as {@code sign-active}
 * @param file the file that it stands in, for messages
 * @param pattern over dependencies, with the nodes {@code subject}, {@code object} and {@code
 *     event}; classes of verbs written out
 * @param confidence in [0, 1]: how often its claims are right
 * @param purposeStatus what a claim is where the event is only someone's purpose ("came to sign"),
 *     if it is not asserted
 * @param onlyInHeadlines whether the pattern is one of headlines, which tell events by nouns
 * @param onlyAbroad whether the object must lie in another country than the one that the subject
 *     serves
 * @param aside whether the sentence tells of the object only by the way ("under a deal signed by
 *     …"), so that its day is that of something else
 * @param triggers the lemmas that the pattern asks for; a sentence without any of them cannot
 *     match. Empty if the pattern asks for none
 */
public record ExtractionRule(
    String name,
    String file,
    Predicate yields,
    String pattern,
    double confidence,
    Optional<Status> purposeStatus,
    boolean onlyInHeadlines,
    boolean onlyAbroad,
    boolean aside,
    Set<String> triggers,
    List<Example> examples,
    List<String> silentOn) {
  public ExtractionRule {
    triggers = Set.copyOf(triggers);
    examples = List.copyOf(examples);
    silentOn = List.copyOf(silentOn);
  }

  /**
   * A sentence that the rule reads.
   *
   * @param reads the triples of the rule's predicate that the graph must then assert, in Turtle,
   *     relative to the base
   */
  public record Example(String text, String reads) {}
}
