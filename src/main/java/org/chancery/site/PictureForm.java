package org.chancery.site;

import java.util.List;

/**
 * The fields above a picture, as they are filled in.
 *
 * @param address where the form goes
 * @param parameter name of the parameter that chooses kinds
 * @param title what the kinds are called together
 * @param from a day, or empty
 * @param to a day, or empty
 * @param about what the reader wrote, or empty
 * @param aboutName the name of the thing that was found by it, or empty
 * @param problems what was passed over, and why
 */
public record PictureForm(
    String address,
    String parameter,
    String title,
    List<Choice> kinds,
    List<Choice> statuses,
    String from,
    String to,
    String about,
    String aboutName,
    List<String> problems) {
  public PictureForm {
    kinds = List.copyOf(kinds);
    statuses = List.copyOf(statuses);
    problems = List.copyOf(problems);
  }

  /** A box to tick. */
  public record Choice(String value, String label, boolean chosen) {}
}
