package org.chancery.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.ontology.Status;

/**
 * What a picture is narrowed to.
 *
 * @param kinds of what is drawn, at least one
 * @param statuses at least one
 * @param from first day, if any
 * @param to last day, if any
 * @param about what the reader calls the thing in the centre; may be empty
 * @param problems what of the request was passed over, and why, for people
 */
record PictureFilter(
    Set<String> kinds,
    Set<Status> statuses,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    String about,
    List<String> problems) {

  /**
   * What a picture offers to narrow it.
   *
   * @param address where it is, without parameters
   * @param parameter name of the parameter that chooses kinds
   * @param title what the kinds are called together
   * @param kinds labels by value
   * @param usual which of them are shown if none is asked for, nor one thing alone
   * @param statuses shown if none is asked for
   */
  record Offer(
      String address,
      String parameter,
      String title,
      Map<String, String> kinds,
      Set<String> usual,
      Set<Status> statuses) {}

  PictureFilter {
    kinds = Set.copyOf(kinds);
    statuses = Set.copyOf(statuses);
    problems = List.copyOf(problems);
  }

  static PictureFilter of(HttpServletRequest request, Offer offer) {
    List<String> problems = new ArrayList<>();
    Set<String> kinds = new LinkedHashSet<>();
    for (String value : values(request, offer.parameter())) {
      if (offer.kinds().containsKey(value)) {
        kinds.add(value);
      } else {
        problems.add("There is no %s “%s”.".formatted(offer.parameter(), shortened(value)));
      }
    }
    Set<Status> statuses = EnumSet.noneOf(Status.class);
    for (String value : values(request, "status")) {
      Optional<Status> status =
          Stream.of(Status.values()).filter(known -> name(known).equals(value)).findFirst();
      status.ifPresentOrElse(
          statuses::add,
          () -> problems.add("There is no status “%s”.".formatted(shortened(value))));
    }
    Optional<LocalDate> from = day(request, "from", problems);
    Optional<LocalDate> to = day(request, "to", problems);
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      problems.add("The first day is after the last, so nothing can lie between them.");
    }
    String about = Optional.ofNullable(request.getParameter("about")).orElse("").strip();
    Set<String> unless = about.isEmpty() ? offer.usual() : offer.kinds().keySet();
    return new PictureFilter(
        kinds.isEmpty() ? unless : kinds,
        statuses.isEmpty() ? offer.statuses() : statuses,
        from,
        to,
        about,
        problems);
  }

  private static List<String> values(HttpServletRequest request, String parameter) {
    String[] values = request.getParameterValues(parameter);
    return values == null
        ? List.of()
        : Stream.of(values).filter(value -> !value.isBlank()).limit(20).toList();
  }

  private static Optional<LocalDate> day(
      HttpServletRequest request, String parameter, List<String> problems) {
    String text = Optional.ofNullable(request.getParameter(parameter)).orElse("").strip();
    Optional<LocalDate> day = day(text);
    if (day.isEmpty() && !text.isEmpty()) {
      problems.add(
          "“%s” is not a day, so it is passed over. Write days like 2031-05-03."
              .formatted(shortened(text)));
    }
    return day;
  }

  /** Nothing if the text is no day of the calendar. */
  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  static String shortened(String text) {
    int most = 60;
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }

  /** As in addresses and style sheets. */
  static String name(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  boolean hasDays() {
    return from.isPresent() || to.isPresent();
  }

  PictureForm form(Offer offer, String aboutName, List<String> furtherProblems) {
    List<String> all = new ArrayList<>(problems);
    all.addAll(furtherProblems);
    return new PictureForm(
        offer.address(),
        offer.parameter(),
        offer.title(),
        offer.kinds().entrySet().stream()
            .map(
                kind ->
                    new PictureForm.Choice(
                        kind.getKey(), kind.getValue(), kinds.contains(kind.getKey())))
            .toList(),
        Stream.of(Status.values())
            .map(
                status ->
                    new PictureForm.Choice(name(status), name(status), statuses.contains(status)))
            .toList(),
        from.map(LocalDate::toString).orElse(""),
        to.map(LocalDate::toString).orElse(""),
        about,
        aboutName,
        all);
  }
}
