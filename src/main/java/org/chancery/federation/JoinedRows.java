package org.chancery.federation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.chancery.ExitCode;
import org.chancery.UserException;

/** Reads all rows, has them joined, and gives what comes of them in their order. */
final class JoinedRows extends QueryIter1 {
  private final Function<List<Binding>, Join> asking;
  private final int most;
  private Optional<Iterator<Binding>> joined = Optional.empty();

  /** What one row becomes. */
  interface Join {
    List<Binding> of(Binding row);
  }

  /**
   * Asks nothing before the first row is wanted.
   *
   * @param asking is given all rows at once
   * @param most rows to take
   */
  JoinedRows(
      QueryIterator input,
      ExecutionContext execution,
      Function<List<Binding>, Join> asking,
      int most) {
    super(input, execution);
    this.asking = asking;
    this.most = most;
  }

  @Override
  protected boolean hasNextBinding() {
    if (joined.isEmpty()) {
      List<Binding> rows = rows();
      Join join = asking.apply(rows);
      joined = Optional.of(rows.stream().flatMap(row -> join.of(row).stream()).iterator());
    }
    return joined.get().hasNext();
  }

  private List<Binding> rows() {
    List<Binding> rows = new ArrayList<>();
    while (getInput().hasNext()) {
      if (rows.size() == most) {
        throw new UserException(
            ExitCode.USAGE,
            "More than %,d rows would be joined with a SERVICE. Narrow what stands before it."
                .formatted(most));
      }
      rows.add(getInput().next());
    }
    return rows;
  }

  @Override
  protected Binding moveToNextBinding() {
    return joined.orElseThrow(QueryCancelledException::new).next();
  }

  @Override
  protected void requestSubCancel() {}

  @Override
  protected void closeSubIterator() {}
}
