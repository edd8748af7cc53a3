package org.chancery.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.analysis.Mention;
import org.chancery.analysis.NearMatch;
import org.chancery.analysis.Parse;
import org.chancery.analysis.Unit;
import org.chancery.article.Span;
import org.chancery.claims.Argument;
import org.chancery.claims.Claim;
import org.chancery.claims.Cue;
import org.chancery.claims.Explanation;
import org.chancery.ontology.ContextRule;
import org.chancery.ontology.Status;
import org.chancery.query.TerminalText;

/** An explanation as text for people. */
record ExplanationText(Explanation explanation) {
  /** How many of the rules that came near are shown. */
  private static final int NEAREST = 5;

  /** How much of a condition is shown; classes of verbs are long. */
  private static final int CONDITION = 60;

  /** A sentence from its words to its claims. */
  String of(Explanation.OfSentence sentence) {
    StringBuilder text = new StringBuilder();
    Span span = sentence.read().sentence().span();
    text.append(
        "%s [%d, %d): %s\n"
            .formatted(
                sentence.read().sentence().zone().kind().name().toLowerCase(Locale.ROOT),
                span.start(),
                span.end(),
                words(span)));
    for (Mention mention : sentence.read().mentions()) {
      Span words = sentence.read().sentence().span(mention.from(), mention.to());
      text.append("  mention  %-12s %s\n".formatted(mention.kind(), words(words)));
    }
    sentence.unparsed().ifPresent(reason -> text.append("  not parsed: ").append(reason + "\n"));
    sentence
        .parse()
        .ifPresent(
            parse -> {
              text.append("  units    ").append(units(parse)).append('\n');
              parse.toString().lines().forEach(edge -> text.append("  parse    " + edge + "\n"));
              sentence.fired().forEach(fired -> fired(fired, parse, sentence, text));
              near(sentence, parse, text);
            });
    sentence.concluded().forEach(rule -> concluded(rule, text));
    sentence.claims().forEach(claim -> claim(claim, text));
    if (sentence.claims().isEmpty()) {
      text.append("  no claim\n");
    }
    return text.toString();
  }

  private String words(Span span) {
    String words = span.of(explanation.reading().article().text()).replaceAll("\\s+", " ");
    return TerminalText.escaped(words);
  }

  private static String units(Parse parse) {
    return parse.units().stream()
        .map(unit -> unit.kind().equals("O") ? unit.word() : unit.word() + "/" + unit.kind())
        .map(TerminalText::escaped)
        .collect(Collectors.joining(" "));
  }

  private void fired(
      Explanation.Fired fired, Parse parse, Explanation.OfSentence sentence, StringBuilder text) {
    text.append("  rule     %s, for %s\n".formatted(fired.rule(), fired.yields().localName()));
    text.append("    subject  ").append(filler(fired.subject(), parse, sentence)).append('\n');
    text.append("    event    ").append(quoted(parse, fired.event(), sentence)).append('\n');
    text.append("    object   ").append(filler(fired.object(), parse, sentence)).append('\n');
    text.append("    status   ").append(name(fired.judgement().status()));
    text.append(
        fired.judgement().decisive().stream()
            .map(cue -> cue(cue, fired, parse, sentence))
            .collect(Collectors.joining("; ", fired.judgement().cues().isEmpty() ? "" : ": ", "")));
    text.append('\n');
    fired.refusal().ifPresent(reason -> text.append("    no claim: ").append(reason + "\n"));
  }

  private static void concluded(ContextRule rule, StringBuilder text) {
    text.append(
        "  rule     %s, for %s\n    %s\n"
            .formatted(rule.name(), String.join(" and ", rule.yieldedNames()), rule.describes()));
  }

  private String filler(Explanation.Filler filler, Parse parse, Explanation.OfSentence sentence) {
    String names = String.join(" and ", filler.names());
    String unit = quoted(parse, filler.unit(), sentence);
    return unit + (names.isEmpty() ? "" : " = " + TerminalText.escaped(names));
  }

  /** The words that a unit stands for. */
  private String quoted(Parse parse, int index, Explanation.OfSentence sentence) {
    Unit unit = parse.units().get(index);
    return "\"" + words(sentence.read().sentence().span(unit.from(), unit.to())) + "\"";
  }

  private String cue(
      Cue cue, Explanation.Fired fired, Parse parse, Explanation.OfSentence sentence) {
    String way = way(fired.event(), cue.at(), parse, sentence);
    return "\"%s\" (%s) at %s".formatted(cue.word(), cue.how(), way);
  }

  /** The words from the event up to one of those that govern it. */
  private String way(int event, int end, Parse parse, Explanation.OfSentence sentence) {
    StringBuilder way = new StringBuilder(quoted(parse, event, sentence));
    int at = event;
    for (int steps = 0; at != end && steps < parse.units().size(); steps++) {
      Optional<Parse.Edge> up = parse.governor(at);
      if (up.isEmpty() || up.get().governor() < 0) {
        return quoted(parse, end, sentence);
      }
      at = up.get().governor();
      way.append(" <").append(up.get().relation()).append("< ").append(quoted(parse, at, sentence));
    }
    return way.toString();
  }

  private void near(Explanation.OfSentence sentence, Parse parse, StringBuilder text) {
    List<Explanation.Near> near = sentence.near();
    for (Explanation.Near rule : near.subList(0, Math.min(NEAREST, near.size()))) {
      text.append("  near     %s, for %s\n".formatted(rule.rule(), rule.yields().localName()));
      for (NearMatch.Gap gap : rule.match().gaps()) {
        text.append("    ").append(gap(gap, parse, sentence)).append('\n');
      }
    }
    if (near.size() > NEAREST) {
      int further = near.size() - NEAREST;
      text.append("  near     %d further rule%s\n".formatted(further, further == 1 ? "" : "s"));
    }
    if (near.isEmpty() && sentence.fired().isEmpty()) {
      text.append("  no rule has its word here\n");
    }
  }

  private String gap(NearMatch.Gap gap, Parse parse, Explanation.OfSentence sentence) {
    String governor = quoted(parse, gap.governor(), sentence);
    String node = gap.node().isEmpty() ? "further word" : gap.node();
    String condition =
        gap.condition().length() > CONDITION
            ? gap.condition().substring(0, CONDITION - 1) + "…"
            : gap.condition();
    String found =
        gap.unit().isPresent()
            ? "%s, %s,"
                .formatted(
                    quoted(parse, gap.unit().getAsInt(), sentence),
                    parse.units().get(gap.unit().getAsInt()).kind())
            : "a word";
    return switch (gap.kind()) {
      case ABSENT -> "no %s: %s has no %s".formatted(node, governor, condition);
      case DIFFERENT ->
          "no %s: %s is not what %s asks for: %s".formatted(node, found, governor, condition);
      case FORBIDDEN ->
          "%s stands where %s must have none: %s".formatted(found, governor, condition);
    };
  }

  private void claim(Claim claim, StringBuilder text) {
    text.append(
        "  claim    %s %s %s: %s, by %s\n"
            .formatted(
                TerminalText.escaped(explanation.name(claim.subject())),
                claim.predicate().localName(),
                TerminalText.escaped(object(claim.object())),
                name(claim.status()),
                claim.rule()));
  }

  private String object(Argument argument) {
    if (argument instanceof Argument.Thing thing) {
      return explanation.name(thing.key());
    }
    if (argument instanceof Argument.Day day) {
      return day.date().toString();
    }
    if (argument instanceof Argument.Words words) {
      return "“" + words.text() + "”";
    }
    throw new AssertionError("no words for " + argument);
  }

  private static String name(Status status) {
    String word = status.name();
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }
}
