package org.chancery.analysis;

import java.util.Optional;
import java.util.Set;
import org.chancery.ontology.WordLists;

/**
 * Finds countries that act by their governments: "the Kenyan government", "the authorities of X".
 */
final class GovernmentPhrases {
  private static final Set<String> NOUNS = WordLists.load().require("government-noun");

  private GovernmentPhrases() {}

  /** The country whose phrase has its noun at a position. */
  static Optional<Mention> at(Sentence sentence, SentenceNames names, int head) {
    Token token = sentence.token(head);
    boolean noun =
        NOUNS.contains(Titles.lower(token.word()))
            && token.isNoun()
            && (head + 1 == sentence.size()
                || !sentence.token(head + 1).isNoun()
                    && !sentence.token(head + 1).tag().equals("POS"));
    if (!noun) {
      return Optional.empty();
    }
    int end = head > 0 && sentence.token(head - 1).tag().equals("POS") ? head - 1 : head;
    Optional<KnownName> before = names.endingAt(end).filter(KnownName::isNation);
    if (before.isPresent()) {
      int from = before.get().from();
      // "the Northern Irish authorities"
      boolean described =
          from > 0
              && !sentence.token(from - 1).tag().equals("DT")
              && (sentence.token(from - 1).tag().startsWith("JJ")
                  || sentence.token(from - 1).isProperNoun());
      return described ? Optional.empty() : country(before.get(), from, head + 1, head);
    }
    boolean plain = head == 0 || sentence.token(head - 1).tag().matches("DT|IN|TO|CC");
    if (!plain || head + 2 >= sentence.size() || !sentence.token(head + 1).is("of")) {
      return Optional.empty();
    }
    int owner = sentence.token(head + 2).is("the") ? head + 3 : head + 2;
    return names
        .startingAt(owner)
        .filter(name -> name.kind() == KnownName.Kind.COUNTRY)
        .flatMap(name -> country(name, head, name.to(), head));
  }

  private static Optional<Mention> country(KnownName owner, int from, int to, int head) {
    return owner.country().map(code -> new Mention.Country(from, to, head, code, true));
  }
}
