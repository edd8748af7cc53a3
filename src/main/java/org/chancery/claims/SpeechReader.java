package org.chancery.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.analysis.Analysis;
import org.chancery.analysis.Mention;
import org.chancery.analysis.Sentence;
import org.chancery.analysis.Unit;
import org.chancery.article.Span;
import org.chancery.article.Zone;
import org.chancery.ontology.ContextRule;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/** Finds who says the direct speech of an article. Speech without a sure speaker is no claim. */
final class SpeechReader {
  private static final int SHORTEST_WORDS = 4;

  private final ContextRule rule;
  private final StatusReader statuses = new StatusReader();

  SpeechReader(ContextRule rule) {
    this.rule = rule;
  }

  /** Adds the quotations whose speaker is known, and returns them by key. */
  Map<String, Referent> read(
      Analysis analysis, Parses parses, Cast cast, Discourse discourse, Ledger ledger) {
    Map<String, Referent> quotations = new TreeMap<>();
    new Reading(analysis, parses, discourse)
        .speakers()
        .forEach(
            (stretch, said) -> {
              String words = stretch.words().of(analysis.article().text());
              if (said.speaker().isEmpty() || isName(stretch, words)) {
                return;
              }
              String key = "quotation/" + (quotations.size() + 1);
              quotations.put(key, new Referent.Quotation(key, words, stretch.words()));
              Span evidence = said.evidence().through(stretch.words());
              ledger.add(
                  claim(
                      key, Predicate.SPEAKER, new Argument.Thing(said.speaker().get()), evidence));
              ledger.add(claim(key, Predicate.TEXT, new Argument.Words(words), stretch.words()));
            });
    return quotations;
  }

  private Claim claim(String key, Predicate predicate, Argument object, Span evidence) {
    return new Claim(
        key,
        predicate,
        object,
        Status.ASSERTED,
        false,
        rule.name(),
        rule.confidence(),
        List.of(evidence));
  }

  /** Whether the words are too few for speech, or the title of something. */
  private static boolean isName(Stretch stretch, String words) {
    String[] list = words.trim().split("\\s+", -1);
    if (list.length < SHORTEST_WORDS) {
      return !stretch.quote().sentence();
    }
    boolean headline = stretch.sentences().get(0).sentence().zone().kind() == Zone.Kind.TITLE;
    boolean ended = words.matches("(?s).*[.!?]");
    int small = 0;
    for (String word : list) {
      if (word.length() > 3 && !Character.isUpperCase(word.codePointAt(0))) {
        small++;
      }
    }
    return !headline && !ended && small == 0;
  }

  /** A stretch of speech with the sentences that it touches. */
  private record Stretch(Mention.Quote quote, List<Analysis.Read> sentences) {
    Span words() {
      return quote.words();
    }

    Sentence first() {
      return sentences.get(0).sentence();
    }

    Sentence last() {
      return sentences.get(sentences.size() - 1).sentence();
    }

    /** Whether its first sentence begins with it. */
    boolean opensSentence() {
      return first().span().start() >= words().start() - 2;
    }

    /** Whether its last sentence ends with it. */
    boolean endsSentence() {
      return last().span().end() <= words().end() + 3;
    }

    boolean opensZone() {
      return opensSentence() && words().start() - 2 <= first().zone().span().start();
    }

    boolean endsZone() {
      return words().end() + 3 >= last().zone().span().end();
    }
  }

  /** Who says a stretch; nobody if it is somebody whom the article does not name, or unsure. */
  private record Said(Optional<String> speaker, Span evidence) {}

  /** The speech of one article. */
  private final class Reading {
    private final Analysis analysis;
    private final Parses parses;
    private final Discourse discourse;
    private final Map<Integer, TagReader> readers = new HashMap<>();
    private final List<Stretch> stretches;

    Reading(Analysis analysis, Parses parses, Discourse discourse) {
      this.analysis = analysis;
      this.parses = parses;
      this.discourse = discourse;
      this.stretches = stretches(analysis);
    }

    /** The stretches that have a tag, in the order of the text, with what it tells. */
    Map<Stretch, Said> speakers() {
      List<Optional<Said>> said = new ArrayList<>();
      for (int i = 0; i < stretches.size(); i++) {
        Optional<Said> tagged = tagged(stretches.get(i));
        said.add(tagged.isPresent() || i == 0 ? tagged : carried(i, said));
      }
      for (int i = stretches.size() - 2; i >= 0; i--) {
        if (said.get(i).isEmpty() && goesOnBehind(i)) {
          said.set(i, said.get(i + 1));
        }
      }
      Map<Stretch, Said> speakers = new LinkedHashMap<>();
      for (int i = 0; i < stretches.size(); i++) {
        Stretch stretch = stretches.get(i);
        said.get(i).ifPresent(known -> speakers.put(stretch, known));
      }
      return speakers;
    }

    private static List<Stretch> stretches(Analysis analysis) {
      Map<Span, List<Analysis.Read>> sentences = new TreeMap<>();
      Map<Span, Mention.Quote> quotes = new TreeMap<>();
      for (Analysis.Read read : analysis.sentences()) {
        for (Mention mention : read.mentions()) {
          if (mention instanceof Mention.Quote quote) {
            sentences.computeIfAbsent(quote.words(), words -> new ArrayList<>()).add(read);
            quotes.putIfAbsent(quote.words(), quote);
          }
        }
      }
      List<Stretch> stretches = new ArrayList<>();
      quotes.forEach(
          (words, quote) ->
              stretches.add(new Stretch(quote, sentences.getOrDefault(words, List.of()))));
      return stretches;
    }

    private TagReader reader(Analysis.Read read) {
      return readers.computeIfAbsent(
          read.sentence().index(),
          index -> new TagReader(read, parses.of(read), discourse, statuses));
    }

    /** What a tag tells in a sentence that the speech touches, or beside it. */
    private Optional<Said> tagged(Stretch stretch) {
      List<Analysis.Read> sentences = stretch.sentences();
      // the tag stands most often where the speech ends, else where it begins
      for (int i = sentences.size() - 1; i >= 0; i--) {
        Optional<Said> found = within(sentences.get(i), stretch);
        if (found.isPresent()) {
          return found;
        }
      }
      Optional<Said> announced = announced(stretch);
      return announced.isPresent() ? announced : behind(stretch);
    }

    private Optional<Said> within(Analysis.Read read, Stretch stretch) {
      Optional<Unit> quote = unit(read, stretch);
      boolean alone = read.units().size() <= 2;
      if (quote.isEmpty() || alone) {
        return Optional.empty();
      }
      Optional<Said> bare = withoutVerb(read, quote.get());
      if (bare.isPresent()) {
        return bare;
      }
      Optional<SpeechTag> tag = reader(read).tagOf(quote.get().index());
      if (tag.isEmpty() && isColon(read, quote.get().index() - 1)) {
        tag = reader(read).mainClause();
      }
      return tag.map(found -> new Said(found.speaker(), found.evidence()));
    }

    /** The speaker's name alone before a colon, or behind a dash. */
    private Optional<Said> withoutVerb(Analysis.Read read, Unit quote) {
      int at = quote.index();
      List<Unit> units = read.units();
      boolean before = at == 2 && isColon(read, 1);
      boolean after = at == 0 && units.size() > 2 && isDash(units.get(1));
      return before || after ? named(read, units.get(before ? 0 : 2)) : Optional.empty();
    }

    private Optional<Said> named(Analysis.Read read, Unit unit) {
      return read.mention(unit)
          .filter(mention -> mention instanceof Mention.Person || mention instanceof Mention.Post)
          .map(
              mention -> {
                List<String> keys = discourse.referents(read, mention, Discourse.Role.PERSON);
                Optional<String> key =
                    keys.size() == 1 ? Optional.of(keys.get(0)) : Optional.empty();
                return new Said(key, read.sentence().span(mention.from(), mention.to()));
              });
    }

    private static boolean isDash(Unit unit) {
      return unit.word().matches("[-–—]+");
    }

    private static boolean isColon(Analysis.Read read, int unit) {
      return unit >= 0 && read.units().get(unit).word().equals(":");
    }

    private static Optional<Unit> unit(Analysis.Read read, Stretch stretch) {
      return read.units().stream()
          .filter(unit -> unit.kind().equals("QUOTE"))
          .filter(unit -> read.sentence().span(unit.from(), unit.to()).overlaps(stretch.words()))
          .findFirst();
    }

    /** A sentence that ends in a colon, or in the same paragraph "X said that …", comes before. */
    private Optional<Said> announced(Stretch stretch) {
      int index = stretch.first().index();
      if (!stretch.opensSentence() || index == 0) {
        return Optional.empty();
      }
      Analysis.Read previous = discourse.sentence(index - 1);
      boolean colon = isColon(previous, previous.units().size() - 1);
      boolean paragraph = previous.sentence().zone().equals(stretch.first().zone());
      boolean quotes = previous.mentions().stream().anyMatch(Mention.Quote.class::isInstance);
      if (quotes || !colon && !paragraph) {
        return Optional.empty();
      }
      List<SpeechTag> tags = reader(previous).tags();
      Optional<SpeechTag> tag =
          tags.isEmpty() ? Optional.empty() : Optional.of(tags.get(tags.size() - 1));
      if (tag.isEmpty() && colon) {
        tag = reader(previous).mainClause();
      }
      return tag.map(found -> new Said(found.speaker(), found.evidence()));
    }

    /** "…?" asked the minister: the tag behind a mark that ends a sentence. */
    private Optional<Said> behind(Stretch stretch) {
      String words = stretch.words().of(analysis.article().text());
      int index = stretch.last().index() + 1;
      if (index >= analysis.sentences().size() || !stretch.endsSentence()) {
        return Optional.empty();
      }
      Analysis.Read next = discourse.sentence(index);
      List<Unit> units = next.units();
      if (units.size() > 1 && isDash(units.get(0)) && stretch.opensSentence()) {
        return named(next, units.get(1));
      }
      if (!words.matches("(?s).*[!?…]")) {
        return Optional.empty();
      }
      boolean same = next.sentence().zone().equals(stretch.last().zone());
      List<SpeechTag> tags = same ? reader(next).tags() : List.of();
      boolean own = next.mentions().stream().anyMatch(Mention.Quote.class::isInstance);
      return tags.isEmpty() || own || tags.get(0).unit() > 3 || reader(next).tells(tags.get(0))
          ? Optional.empty()
          : Optional.of(new Said(tags.get(0).speaker(), tags.get(0).evidence()));
    }

    /** Speech without a tag that carries on with the speaker of the stretch before. */
    private Optional<Said> carried(int at, List<Optional<Said>> said) {
      Stretch stretch = stretches.get(at);
      Stretch before = stretches.get(at - 1);
      Optional<Said> last = said.get(at - 1);
      if (last.isEmpty() || last.get().speaker().isEmpty()) {
        return Optional.empty();
      }
      boolean carries = isNext(before, stretch) && isFree(before, stretch, last.get());
      return carries ? last : Optional.empty();
    }

    /** In one paragraph; or only speech, in the paragraph that follows. */
    private boolean isNext(Stretch before, Stretch stretch) {
      if (before.last().zone().equals(stretch.first().zone())) {
        return true;
      }
      boolean onlySpeech = stretch.opensSentence() && stretch.endsSentence();
      return onlySpeech && stretch.first().index() == before.last().index() + 1;
    }

    /** Whether nobody else comes up between two stretches. */
    private boolean isFree(Stretch before, Stretch stretch, Said said) {
      for (int i = before.last().index(); i <= stretch.first().index(); i++) {
        Analysis.Read read = discourse.sentence(i);
        for (Mention mention : read.mentions()) {
          Span span = read.sentence().span(mention.from(), mention.to());
          boolean between =
              span.start() >= before.words().end()
                  && span.end() <= stretch.words().start()
                  && !span.overlaps(said.evidence());
          boolean other =
              mention instanceof Mention.Person
                  && !discourse
                      .referents(read, mention, Discourse.Role.PERSON)
                      .equals(List.of(said.speaker().orElse("")));
          if (between && other && i > before.last().index()) {
            return false;
          }
        }
        boolean whole = i > before.last().index() && i < stretch.first().index();
        if (whole
            && reader(read).tags().stream().anyMatch(t -> !t.speaker().equals(said.speaker()))) {
          return false;
        }
      }
      return true;
    }

    /** Whether speech that no mark closes goes on in the next paragraph, whose speaker is known. */
    private boolean goesOnBehind(int at) {
      Stretch stretch = stretches.get(at);
      Stretch next = stretches.get(at + 1);
      return !stretch.quote().closed()
          && stretch.endsZone()
          && next.opensZone()
          && next.first().index() == stretch.last().index() + 1;
    }
  }
}
