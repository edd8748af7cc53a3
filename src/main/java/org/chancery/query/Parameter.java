package org.chancery.query;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.chancery.ExitCode;
import org.chancery.Nearest;
import org.chancery.UserException;

/**
 * What a query may be asked with: {@code --param country=…} sets the variable {@code ?_country}.
 *
 * @param defaultValue the value when none is given; empty text leaves the variable unset, which
 *     queries read as "any"; absent when a value must be given
 * @param allowed the values that make sense; empty if any may
 * @param suggest of what kinds the names are that make sense, such as {@code country}; empty if
 *     that cannot be said
 */
public record Parameter(
    String name,
    Kind kind,
    String description,
    Optional<String> defaultValue,
    List<String> allowed,
    List<String> suggest) {
  private static final int MAX_LENGTH = 200;

  public Parameter {
    allowed = List.copyOf(allowed);
    suggest = List.copyOf(suggest);
  }

  /** What a parameter's value is. */
  public enum Kind {
    /** Words of a name, matched whatever their case and accents. */
    NAME,
    /** Text as it stands. */
    TEXT,
    /** The local name of a relation of the ontology. */
    RELATION,
    /** A calendar day, {@code 2031-03-05}. */
    DATE;

    static Optional<Kind> named(String name) {
      return Arrays.stream(values()).filter(kind -> kind.toString().equals(name)).findFirst();
    }

    /** The kind as query headers write it, in small letters. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the query cannot be asked without a value. */
  public boolean required() {
    return defaultValue.isEmpty();
  }

  /** What is the matter with a value, if anything; ends without a full stop. */
  public Optional<String> problem(String value) {
    if (value.isBlank()) {
      return required() ? Optional.of("Fill this in") : Optional.empty();
    }
    if (value.length() > MAX_LENGTH) {
      return Optional.of("Write at most %d characters".formatted(MAX_LENGTH));
    }
    if (kind == Kind.DATE && !isDay(value)) {
      return Optional.of("That is no day: write year-month-day, such as 2031-03-05");
    }
    if (!allowed.isEmpty() && allowed.stream().noneMatch(value.strip()::equalsIgnoreCase)) {
      return Optional.of("Choose one of " + String.join(", ", allowed));
    }
    return Optional.empty();
  }

  private boolean isDay(String value) {
    try {
      return !day(value).toString().isEmpty();
    } catch (UserException notADay) {
      return false;
    }
  }

  Var variable() {
    return Var.alloc("_" + name);
  }

  /**
   * The value as the query compares with it.
   *
   * @throws UserException if the value is no day where one is due, or not among those allowed
   */
  Node node(String value) {
    return switch (kind) {
      case NAME -> pattern(value);
      case TEXT, RELATION -> NodeFactory.createLiteralString(allowed(value));
      case DATE -> NodeFactory.createLiteralDT(day(value).toString(), XSDDatatype.XSDdate);
    };
  }

  /** What finds the words of a name in a name. */
  static Node pattern(String name) {
    return NodeFactory.createLiteralString(NamePattern.of(name));
  }

  private String allowed(String value) {
    if (allowed.isEmpty()) {
      return value;
    }
    return allowed.stream()
        .filter(value.strip()::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    ExitCode.USAGE,
                    "--param %s=%s: did you mean %s? There are %s."
                        .formatted(
                            name,
                            value,
                            Nearest.of(value, allowed, 1).get(0),
                            String.join(", ", allowed))));
  }

  private LocalDate day(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new UserException(
          ExitCode.USAGE,
          "--param %s=%s: that is no day. Write it as year-month-day, such as 2031-03-05."
              .formatted(name, value),
          e);
    }
  }
}
