package org.chancery.serve;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.DatasetGraph;
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

  @Override
  protected void execute(String query, HttpAction action) {
    try {
      super.execute(query, action);
    } catch (StackOverflowError tooDeep) {
      ServletOps.errorBadRequest("The query is nested too deeply");
    } catch (ServiceFailure failure) {
      ServletOps.error(HttpServletResponse.SC_BAD_GATEWAY, failure.getMessage());
    } catch (UserException refused) {
      ServletOps.error(HttpServletResponse.SC_UNPROCESSABLE_CONTENT, refused.getMessage());
    }
  }

  /** Refuses Java classes wherever the query names one, even where it would never be evaluated. */
  @Override
  protected void validateQuery(HttpAction action, Query query) {
    if (query.getQueryPattern() != null) {
      Walker.walk(Algebra.compile(query), new Predicates(), new Functions());
    }
    try {
      federation(action).requireAllowed(query);
    } catch (QueryDeniedException denied) {
      ServletOps.error(HttpServletResponse.SC_UNPROCESSABLE_CONTENT, denied.getMessage());
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

  private static final class Predicates extends OpVisitorBase {
    @Override
    public void visit(OpBGP pattern) {
      for (Triple triple : pattern.getPattern()) {
        Node predicate = triple.getPredicate();
        if (predicate.isURI()) {
          requireNoJava(predicate.getURI());
        }
      }
    }
  }
}
