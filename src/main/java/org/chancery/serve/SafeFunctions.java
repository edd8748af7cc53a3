package org.chancery.serve;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.function.library.FN_FormatNumber;
import org.apache.jena.sparql.function.library.FN_Round;
import org.apache.jena.sparql.function.library.FN_Round_Half_Even;
import org.apache.jena.sparql.function.library.FN_StrAfter;
import org.apache.jena.sparql.function.library.FN_StrBefore;
import org.apache.jena.sparql.function.library.FN_StrContains;
import org.apache.jena.sparql.function.library.Math_pow;
import org.apache.jena.sparql.function.library.SystemVar;
import org.apache.jena.sparql.function.library.context;
import org.apache.jena.sparql.function.library.eval;
import org.apache.jena.sparql.function.library.leviathan.factorial;
import org.apache.jena.sparql.function.library.leviathan.pow;
import org.apache.jena.sparql.function.library.print;
import org.apache.jena.sparql.function.library.sprintf;
import org.apache.jena.sparql.function.library.strjoin;
import org.apache.jena.sparql.function.library.wait;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.pfunction.library.concat;
import org.apache.jena.sparql.pfunction.library.strSplit;
import org.apache.jena.sparql.util.Context;

/**
 * The functions that strangers may call. ARQ loads whatever class a {@code java:} IRI names, also
 * when {@code CALL} computes the IRI, so the registries themselves refuse.
 */
final class SafeFunctions {
  /**
   * These sleep beyond any timeout, write to the console, tell of the server's settings, evaluate
   * what nobody has looked at, or make numbers and texts of any length out of a small number.
   */
  private static final Set<Class<?>> REFUSED =
      Set.of(
          wait.class,
          print.class,
          context.class,
          SystemVar.class,
          eval.class,
          sprintf.class,
          FN_FormatNumber.class,
          pow.class,
          factorial.class);

  /** Texts made of many others, or of a pattern that may go back and forth without end. */
  private static final Set<Class<?>> REFUSED_PROPERTIES = Set.of(concat.class, strSplit.class);

  private static final Map<String, Function<List<NodeValue>, NodeValue>> BOUNDED =
      Map.of(
          "concat",
          BoundedExpressions::concat,
          "matches",
          arguments -> BoundedExpressions.matches(new BoundedExpressions.Compiled(), arguments),
          "replace",
          arguments -> BoundedExpressions.replace(new BoundedExpressions.Compiled(), arguments));

  /** What could take too much before there is a result to look at, so arguments are, first. */
  private static final Map<Class<?>, Consumer<List<NodeValue>>> CHECKED =
      Map.of(
          Math_pow.class,
          arguments -> Bounds.requirePower(arguments.get(0), arguments.get(1)),
          FN_Round.class,
          SafeFunctions::requireRounded,
          FN_Round_Half_Even.class,
          SafeFunctions::requireRounded,
          strjoin.class,
          SafeFunctions::requireJoined,
          FN_StrContains.class,
          SafeFunctions::requireSearch,
          FN_StrBefore.class,
          SafeFunctions::requireSearch,
          FN_StrAfter.class,
          SafeFunctions::requireSearch);

  private SafeFunctions() {}

  private static void requireSearch(List<NodeValue> arguments) {
    Bounds.requireSearch(arguments.get(0), arguments.get(1));
  }

  /** The second, if there is one, is how many digits to have behind the point. */
  private static void requireRounded(List<NodeValue> arguments) {
    if (arguments.size() > 1) {
      Bounds.requireDigits(arguments.get(1));
    }
  }

  /** The first is what the others are joined with. */
  private static void requireJoined(List<NodeValue> arguments) {
    long separators = Math.max(0, arguments.size() - 2);
    Bounds.requireText(arguments.get(0).asString().length() * separators);
    BoundedExpressions.requireJoined(arguments.subList(1, arguments.size()));
  }

  static void confine(Context context) {
    FunctionRegistry.set(context, new Functions());
    PropertyFunctionRegistry.set(context, new PropertyFunctions());
    BoundedExpressions.confine(context);
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
      FunctionFactory factory = find(iri);
      if (factory == null) {
        return null;
      }
      org.apache.jena.sparql.function.Function function = factory.create(iri);
      if (REFUSED.contains(function.getClass())
          || iri.startsWith(ARQConstants.CDTFunctionLibraryURI)) {
        throw denied(iri);
      }
      if (iri.startsWith(ARQConstants.fnPrefix)) {
        var bounded = BOUNDED.get(iri.substring(ARQConstants.fnPrefix.length()));
        if (bounded != null) {
          return unused -> new Library(bounded);
        }
      }
      Consumer<List<NodeValue>> check = CHECKED.get(function.getClass());
      return check == null
          ? name -> new Bounded(factory.create(name))
          : name -> new Bounded(new Checked((FunctionBase) factory.create(name), check));
    }

    /** It learns library functions as they are asked for, in a plain map. */
    private FunctionFactory find(String iri) {
      synchronized (all) {
        return all.get(iri);
      }
    }

    @Override
    public boolean isRegistered(String iri) {
      return all.isRegistered(iri);
    }
  }

  /** A function of ARQ whose results are looked at. */
  private record Bounded(org.apache.jena.sparql.function.Function function)
      implements org.apache.jena.sparql.function.Function {
    @Override
    public void build(String iri, ExprList arguments, Context context) {
      function.build(iri, arguments, context);
    }

    @Override
    public NodeValue exec(
        Binding binding, ExprList arguments, String iri, FunctionEnv environment) {
      return Bounds.require(function.exec(binding, arguments, iri, environment));
    }
  }

  /** A function of ARQ whose arguments are looked at. */
  private static final class Checked extends FunctionBase {
    private final FunctionBase function;
    private final Consumer<List<NodeValue>> check;

    Checked(FunctionBase function, Consumer<List<NodeValue>> check) {
      this.function = function;
      this.check = check;
    }

    @Override
    public void checkBuild(String iri, ExprList arguments) {
      function.checkBuild(iri, arguments);
    }

    @Override
    public NodeValue exec(List<NodeValue> arguments) {
      check.accept(arguments);
      return function.exec(arguments);
    }
  }

  /** A function of XPath in the place of ARQ's. */
  private static final class Library extends FunctionBase {
    private final Function<List<NodeValue>, NodeValue> function;

    Library(Function<List<NodeValue>, NodeValue> function) {
      this.function = function;
    }

    @Override
    public void checkBuild(String iri, ExprList arguments) {}

    @Override
    public NodeValue exec(List<NodeValue> arguments) {
      return function.apply(arguments);
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
      PropertyFunctionFactory factory;
      synchronized (all) {
        factory = all.get(iri);
      }
      if (factory != null && REFUSED_PROPERTIES.contains(factory.create(iri).getClass())) {
        throw denied(iri);
      }
      return factory;
    }

    @Override
    public boolean isRegistered(String iri) {
      return all.isRegistered(iri);
    }
  }
}
