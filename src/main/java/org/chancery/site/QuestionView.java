package org.chancery.site;

import java.util.List;
import java.util.Optional;

/**
 * What the page of a question shows.
 *
 * @param asks whom else the question is asked, and whether it may be; empty text if nobody
 * @param editor href of the query editor with this query in it
 * @param message instead of an answer, or beside it: what happened; may be empty
 * @param next what to do about it; may be empty
 * @param failed whether the message tells of a failure
 */
public record QuestionView(
    String name,
    String question,
    String description,
    String asks,
    List<Field> fields,
    String editor,
    String message,
    String next,
    boolean failed,
    Optional<Table> table) {
  public QuestionView {
    fields = List.copyOf(fields);
  }

  /**
   * A parameter to fill in.
   *
   * @param type of input: text, date or select
   * @param problem what is the matter with the value; empty text if nothing
   * @param suggest kinds of names to suggest, separated by spaces; empty text for none
   * @param options to select from
   */
  public record Field(
      String name,
      String label,
      String hint,
      String type,
      String value,
      boolean required,
      String problem,
      String suggest,
      List<Option> options) {
    public Field {
      options = List.copyOf(options);
    }
  }

  /** One of several values. */
  public record Option(String value, String label, boolean selected) {}

  /**
   * An answer.
   *
   * @param total how many rows there are, in words
   * @param shown which of them are here, in words; empty text if all
   * @param downloads of the whole answer
   * @param previous href of the page before; empty text if there is none
   * @param next href of the page after; empty text if there is none
   */
  public record Table(
      String total,
      String shown,
      List<Column> columns,
      List<List<Cell>> rows,
      List<Download> downloads,
      String previous,
      String next) {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      downloads = List.copyOf(downloads);
    }
  }

  /**
   * A column.
   *
   * @param sort href that sorts by it; empty text if that cannot be
   * @param order as {@code aria-sort} has it: ascending, descending, or empty text
   */
  public record Column(String heading, boolean number, String sort, String order) {}

  /**
   * What stands in one row and column.
   *
   * @param href of the thing's page; may be empty
   * @param language of the text, if it is marked; may be empty
   * @param style class of the cell's content; may be empty
   */
  public record Cell(String text, String href, String language, String style) {
    static final Cell EMPTY = new Cell("", "", "", "");
  }

  /** The answer as a file. */
  public record Download(String format, String href) {}
}
