package org.chancery.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import org.chancery.validation.Violation;

/** How a command tells of what breaks a shape. */
record ViolationLines(PrintWriter err) implements Consumer<Violation> {
  @Override
  public void accept(Violation violation) {
    err.printf(
        "%s: <%s> breaks %s: %s%n",
        violation.article(), violation.node(), violation.shape(), violation.message());
  }
}
