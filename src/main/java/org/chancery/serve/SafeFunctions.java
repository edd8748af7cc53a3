package org.chancery.serve;

import java.util.Set;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.function.library.SystemVar;
import org.apache.jena.sparql.function.library.context;
import org.apache.jena.sparql.function.library.print;
import org.apache.jena.sparql.function.library.wait;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * The functions that strangers may call. ARQ loads whatever class a {@code java:} IRI names, also
 * when {@code CALL} computes the IRI, so the registries themselves refuse.
 */
final class SafeFunctions {
  /** These sleep beyond any timeout, write to the console, or tell of the server's settings. */
  private static final Set<Class<?>> REFUSED =
      Set.of(wait.class, print.class, context.class, SystemVar.class);

  private SafeFunctions() {}

  static void confine(Context context) {
    FunctionRegistry.set(context, new Functions());
    PropertyFunctionRegistry.set(context, new PropertyFunctions());
  }

  /** Whether the IRI names a Java class. */
  static boolean isJava(String iri) {
    return iri.startsWith(ARQConstants.javaClassURIScheme);
  }

  static String denial(String iri) {
    return "This server does not run <" + iri + ">";
  }

  private static QueryDeniedException denied(String iri) {
    return new QueryDeniedException(denial(iri));
  }

  private static final class Functions extends FunctionRegistry {
    private final FunctionRegistry all = createFrom(FunctionRegistry.get());

    @Override
    @SuppressWarnings("NullAway") // Jena's "no such function" is null.
    public FunctionFactory get(String iri) {
      if (isJava(iri)) {
        throw denied(iri);
      }
      FunctionFactory factory;
      synchronized (all) { // It learns library functions as they are asked for, in a plain map.
        factory = all.get(iri);
      }
      if (factory != null && REFUSED.contains(factory.create(iri).getClass())) {
        throw denied(iri);
      }
      return factory;
    }

    @Override
    public boolean isRegistered(String iri) {
      return all.isRegistered(iri);
    }
  }

  private static final class PropertyFunctions extends PropertyFunctionRegistry {
    private final PropertyFunctionRegistry all = createFrom(PropertyFunctionRegistry.get());

    @Override
    public boolean manages(String iri) {
      if (isJava(iri)) {
        throw denied(iri);
      }
      return all.manages(iri);
    }

    @Override
    @SuppressWarnings("NullAway") // Jena's "no such function" is null.
    public PropertyFunctionFactory get(String iri) {
      if (isJava(iri)) {
        throw denied(iri);
      }
      synchronized (all) {
        return all.get(iri);
      }
    }

    @Override
    public boolean isRegistered(String iri) {
      return all.isRegistered(iri);
    }
  }
}
