package org.chancery.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The people whom an article names somewhere: the recognizer, which sees one sentence, misses them
 * elsewhere.
 */
final class KnownPeople {
  static final KnownPeople NOBODY = new KnownPeople();

  private static final int SHORTEST_SURNAME = 4;

  private final List<List<String>> names = new ArrayList<>();
  private final Set<String> surnames = new HashSet<>();

  void add(String name) {
    List<String> words = List.of(name.split(" ", -1));
    if (words.size() < 2 || words.stream().anyMatch(word -> word.contains("-"))) {
      return;
    }
    names.add(words);
    String surname = words.get(words.size() - 1);
    if (surname.length() >= SHORTEST_SURNAME && Character.isUpperCase(surname.charAt(0))) {
      surnames.add(surname);
    }
  }

  /** Where a known name that starts at a token ends; the token itself if none does. */
  int endOfName(Sentence sentence, int at) {
    int end = at;
    for (List<String> name : names) {
      if (at + name.size() <= sentence.size() && matches(sentence, at, name)) {
        end = Math.max(end, at + name.size());
      }
    }
    boolean surname =
        end == at
            && surnames.contains(sentence.token(at).word())
            && sentence.token(at).name() != Token.NameTag.PERSON
            && (sentence.token(at).isProperNoun() || isSurname(sentence, at))
            && (at == 0 || !sentence.token(at - 1).isCapitalized())
            && (at + 1 == sentence.size() || !sentence.token(at + 1).isCapitalized());
    return surname ? at + 1 : end;
  }

  /**
   * Whether a capitalized common noun may be a surname here: "Strand’s spokesman", "Field said",
   * but not "Banks said", where a sentence begins.
   */
  private static boolean isSurname(Sentence sentence, int at) {
    Token token = sentence.token(at);
    boolean follows =
        at + 1 < sentence.size()
            && (sentence.token(at + 1).tag().equals("POS")
                || sentence.token(at + 1).tag().equals("VBD"));
    return token.isCapitalized() && (at > 0 ? token.isNoun() : token.tag().equals("NN") && follows);
  }

  private static boolean matches(Sentence sentence, int at, List<String> name) {
    for (int i = 0; i < name.size(); i++) {
      if (!sentence.token(at + i).word().equals(name.get(i))) {
        return false;
      }
    }
    return true;
  }
}
