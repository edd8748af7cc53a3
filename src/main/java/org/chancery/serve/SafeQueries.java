package org.chancery.serve;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorByType;
import org.apache.jena.sparql.algebra.op.Op0;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.NodeValue;
import org.chancery.UserException;
import org.chancery.federation.Federation;
import org.chancery.federation.ServiceFailure;

/** Fuseki's query service, for queries from strangers. */
final class SafeQueries extends SPARQL_QueryDataset {
  static final String CONTENT_TYPE = WebContent.contentTypeSPARQLQuery;

  /** Fuseki would wrap results into scripts or style sheets of the caller's choice. */
  private static final List<String> REFUSED_PARAMETERS = List.of("callback", "stylesheet");

  /** Triple patterns and operations; beyond, Jena's recursion may not come back. */
  private static final int MOST_PARTS = 4000;

  private static final int MOST_LIGHT_PARTS = 8;

  /** Seconds; more than any server allows. */
  private static final int LONG = 86_400;

  @Override
  protected void validateRequest(HttpAction action) {
    for (String parameter : REFUSED_PARAMETERS) {
      if (action.getRequestParameter(parameter) != null) {
        ServletOps.errorBadRequest("This server takes no parameter " + parameter);
      }
    }
  }

  /** The version itself: ARQ would look into a wrapper for what it wrapped first. */
  @Override
  protected DatasetGraph getDataset(HttpAction action) {
    DatasetGraph dataset = super.getDataset(action);
    return dataset instanceof ServedDataset served ? served.get() : dataset;
  }

  private final Lanes lanes;
  private final Watch watch;

  SafeQueries(Lanes lanes, Watch watch) {
    this.lanes = lanes;
    this.watch = watch;
  }

  private static Running running() {
    return Running.current().orElseThrow(() -> new IllegalStateException("there is no request"));
  }

  @Override
  protected void execute(String query, HttpAction action) {
    Running running = running();
    running.bodyIsIn();
    running.asks(hash(query));
    try {
      super.execute(query, action);
    } catch (StackOverflowError tooDeep) {
      ServletOps.errorBadRequest("The query is nested too deeply. Write it flatter.");
    } catch (ServiceFailure failure) {
      ServletOps.error(HttpServletResponse.SC_BAD_GATEWAY, failure.getMessage());
    } catch (UserException refused) {
      ServletOps.error(HttpServletResponse.SC_UNPROCESSABLE_CONTENT, refused.getMessage());
    } catch (QueryCancelledException cancelled) {
      running.cut(Running.Cut.TIME);
    } finally {
      running.endTurn();
    }
  }

  /** Enough of a digest to find the same query again in a log. */
  private static String hash(String query) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(query.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /**
   * Refuses Java classes wherever the query names one, even where it would never be evaluated, and
   * queries of very many parts, and services that are not allowed; then waits until it may run.
   */
  @Override
  protected void validateQuery(HttpAction action, Query query) {
    boolean light = isLight(query);
    try {
      federation(action).requireAllowed(query);
    } catch (QueryDeniedException denied) {
      ServletOps.error(HttpServletResponse.SC_UNPROCESSABLE_CONTENT, denied.getMessage());
    }
    takeTurn(action, light);
  }

  /** Looks at all of a query, and tells whether it only looks up a few things that it names. */
  static boolean isLight(Query query) {
    boolean few = query.getResultURIs().size() <= MOST_LIGHT_PARTS; // What it describes.
    if (query.getQueryPattern() == null) {
      return few;
    }
    Op op = Algebra.compile(query);
    Parts parts = new Parts();
    Walker.walk(op, parts, new Functions());
    return few && parts.isLight() && !query.hasGroupBy() && !query.hasOrderBy();
  }

  private void takeTurn(HttpAction action, boolean light) {
    Running running = running();
    Optional<Lanes.Turn> turn = lanes.enter(running, light);
    if (turn.isEmpty()) {
      action.setResponseHeader("Retry-After", Lanes.RETRY_AFTER);
      ServletOps.error(Lanes.FULL.status(), Lanes.FULL.reason());
    } else {
      running.has(turn.get());
      watch.begin(running);
      wanted(action).ifPresent(running::hurry);
    }
  }

  /**
   * How many nanoseconds the client gives its query: seconds, or as Fuseki has it seconds until the
   * first row, a comma and seconds in all. Fuseki takes whole ones only.
   */
  private static Optional<Long> wanted(HttpAction action) {
    String seconds = action.getRequestParameter("timeout");
    if (seconds == null) {
      return Optional.empty();
    }
    try {
      double all = Double.parseDouble(seconds.substring(seconds.lastIndexOf(',') + 1));
      return all > 0 && all < LONG ? Optional.of(Math.round(all * 1e9)) : Optional.empty();
    } catch (NumberFormatException unreadable) {
      ServletOps.errorBadRequest(
          "The parameter timeout is no number of seconds. Pass one, such as 5 or 0.5.");
      throw unreadable;
    }
  }

  @Override
  protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
    QueryExec execution = super.createQueryExec(action, query, dataset);
    running().onCut(execution::abort);
    return execution;
  }

  /** Fuseki would end rows that are cut off with a comment, as if they were whole. */
  @Override
  protected QueryExecResult executeQuery(
      HttpAction action, QueryExec execution, Query query, String unused) {
    QueryExecResult result = super.executeQuery(action, execution, query, unused);
    if (result.isRowSet()) {
      return new QueryExecResult(new WholeRows(result.rowSet(), running()));
    }
    if (result.isJson()) {
      Iterator<JsonObject> items = result.jsonItems();
      List<JsonObject> all = new ArrayList<>();
      items.forEachRemaining(all::add);
      return new QueryExecResult(all.iterator());
    }
    return result;
  }

  /** Rows that note when they are cut off. */
  private record WholeRows(RowSet rows, Running running) implements RowSet {
    @Override
    public boolean hasNext() {
      try {
        return rows.hasNext();
      } catch (QueryCancelledException cancelled) {
        running.cut(Running.Cut.TIME);
        throw cancelled;
      }
    }

    @Override
    public Binding next() {
      try {
        return rows.next();
      } catch (QueryCancelledException cancelled) {
        running.cut(Running.Cut.TIME);
        throw cancelled;
      }
    }

    @Override
    public List<Var> getResultVars() {
      return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
      return rows.getRowNumber();
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  /** Before its transaction begins, an action has the dataset of its service alone. */
  private static Federation federation(HttpAction action) {
    DatasetGraph dataset = action.getDataset();
    return Federation.of(
        (dataset instanceof ServedDataset served ? served.get() : dataset).getContext());
  }

  private static void requireNoJava(String iri) {
    if (SafeFunctions.isJava(iri)) {
      ServletOps.error(HttpServletResponse.SC_UNPROCESSABLE_CONTENT, SafeFunctions.denial(iri));
    }
  }

  private static final class Functions extends ExprVisitorBase {
    /** A constant may be what {@code CALL} calls. */
    @Override
    public void visit(NodeValue constant) {
      if (constant.isIRI()) {
        requireNoJava(constant.asNode().getURI());
      }
    }

    @Override
    public void visit(ExprFunctionN call) {
      if (call.getFunctionIRI() != null) {
        requireNoJava(call.getFunctionIRI());
      }
    }
  }

  /** Looks at each part of a query, and counts them. */
  private static final class Parts extends OpVisitorByType {
    private int parts;
    private boolean light = true;

    /** Patterns with more than one answer: two of them are a product. */
    private int open;

    /** Whether the query only looks up a few things that it names. */
    boolean isLight() {
      return light && open <= 1 && parts <= MOST_LIGHT_PARTS;
    }

    private void count() {
      if (++parts > MOST_PARTS) {
        ServletOps.errorBadRequest(
            "The query has more than %d parts. Ask it in pieces.".formatted(MOST_PARTS));
      }
    }

    @Override
    public void visit(OpBGP pattern) {
      for (Triple triple : pattern.getPattern()) {
        Node predicate = triple.getPredicate();
        if (predicate.isURI()) {
          requireNoJava(predicate.getURI());
        }
        light &= triple.getSubject().isURI();
        if (predicate.isVariable() || triple.getObject().isVariable()) {
          open++;
        }
        count();
      }
    }

    @Override
    public void visit(OpSlice slice) {
      count();
    }

    @Override
    public void visit(OpProject projection) {
      count();
    }

    @Override
    public void visit(OpTable table) {
      light &= table.isJoinIdentity();
      count();
    }

    @Override
    protected void visitN(OpN op) {
      light = false;
      count();
    }

    @Override
    protected void visit2(Op2 op) {
      light = false;
      count();
    }

    @Override
    protected void visit1(Op1 op) {
      light = false;
      count();
    }

    @Override
    protected void visit0(Op0 op) {
      light = false;
      count();
    }

    @Override
    protected void visitFilter(OpFilter op) {
      visit1(op);
    }

    @Override
    protected void visitLeftJoin(OpLeftJoin op) {
      visit2(op);
    }

    @Override
    protected void visitExt(OpExt op) {
      light = false;
      count();
    }
  }
}
