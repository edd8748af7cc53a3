package org.chancery.resolution;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.ontology.Table;

/**
 * What decided about two things besides the evidence. What is said of it stands in {@code
 * ontology/resolution/remarks.tsv}.
 */
enum Remark {
  /** Appearances are one node from the start. */
  ALIKE,
  /** One could be either of two that cannot be one. */
  FITS_TWO,
  /** Among those that are one with them already, two cannot be one. */
  RULED_OUT,
  /** Evidence made them one, a curator did not. */
  PARTED,
  /** A curator decided. */
  DECIDED;

  private static final String FILE = "ontology/resolution/remarks.tsv";

  /** Loaded when first asked for. */
  private static final class Loaded {
    static final Map<Remark, String> ALL = read();
  }

  /**
   * What the table says of each.
   *
   * @throws UserException with {@link ExitCode#CONFIG} if it says nothing of one
   */
  static Map<Remark, String> read() {
    Map<Remark, String> texts = new EnumMap<>(Remark.class);
    for (Table.Row row : Table.load(FILE).rows()) {
      texts.put(row.get("remark", Remark.class), row.get("says"));
    }
    for (Remark remark : values()) {
      if (!texts.containsKey(remark)) {
        throw new UserException(
            ExitCode.CONFIG,
            "%s has no row for \"%s\""
                .formatted(FILE, remark.name().toLowerCase(Locale.ROOT).replace('_', '-')));
      }
    }
    return Collections.unmodifiableMap(texts);
  }

  /** In words, with what stands for the parts in braces. */
  String says(Map<String, String> parts) {
    String text = Loaded.ALL.getOrDefault(this, "");
    StringBuilder says = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String part = text.substring(open + 1, close);
      says.append(text, from, open).append(parts.getOrDefault(part, "{" + part + "}"));
      from = close + 1;
    }
    return says.append(text.substring(from)).toString();
  }
}
