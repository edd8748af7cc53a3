package org.chancery.serve;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;

/**
 * Expressions of SPARQL by which a value can grow without bounds, or that can take any time, with
 * others in their place that do the same within {@link Bounds}.
 */
final class BoundedExpressions extends ExprTransformCopy {
  private BoundedExpressions() {}

  /** From now on queries over this dataset are so bounded, before they are optimised. */
  static void confine(Context context) {
    RewriteFactory bounded =
        query -> {
          var standard = Optimize.stdOptimizationFactory.create(query);
          return op -> standard.rewrite(bound(op));
        };
    context.set(ARQConstants.sysOptimizerFactory, bounded);
  }

  private static Op bound(Op op) {
    return Transformer.transform(new Groups(), new BoundedExpressions(), op);
  }

  @Override
  public Expr transform(ExprFunction1 function, Expr argument) {
    return function instanceof E_StrEncodeForURI
        ? new Encode(argument)
        : super.transform(function, argument);
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr left, Expr right) {
    if (function instanceof E_Add) {
      return new Add(left, right);
    }
    if (function instanceof E_Multiply) {
      return new Multiply(left, right);
    }
    if (function instanceof E_StrContains) {
      return new Contains(left, right);
    }
    if (function instanceof E_StrBefore) {
      return new Before(left, right);
    }
    if (function instanceof E_StrAfter) {
      return new After(left, right);
    }
    return super.transform(function, left, right);
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    if (function instanceof E_StrConcat) {
      return new Concat(arguments);
    }
    if (function instanceof E_StrReplace) {
      return Replace.of(arguments);
    }
    if (function instanceof E_Regex) {
      return Regex.of(arguments);
    }
    return super.transform(function, arguments);
  }

  /** The pattern of {@code EXISTS}. */
  @Override
  public Expr transform(ExprFunctionOp function, ExprList arguments, Op pattern) {
    return super.transform(function, arguments, bound(pattern));
  }

  private static final class Groups extends TransformCopy {
    @Override
    public Op transform(OpGroup group, Op of) {
      List<ExprAggregator> bounded = group.getAggregators().stream().map(Groups::bounded).toList();
      return OpGroup.create(of, group.getGroupVars(), bounded);
    }

    private static ExprAggregator bounded(ExprAggregator aggregator) {
      Aggregator how = aggregator.getAggregator();
      if (how instanceof AggGroupConcat all) {
        return new ExprAggregator(
            aggregator.getVar(), new Join(all.getExprList().get(0), all.getSeparator()));
      }
      if (how instanceof AggGroupConcatDistinct each) {
        return new ExprAggregator(
            aggregator.getVar(), new JoinDistinct(each.getExprList().get(0), each.getSeparator()));
      }
      return aggregator;
    }
  }

  /** {@code fn:concat}, which takes anything for text. */
  static NodeValue concat(List<NodeValue> values) {
    requireJoined(values);
    return XSDFuncOp.fnConcat(values);
  }

  /** Ends the query if these are too long in one text. */
  static void requireJoined(List<NodeValue> values) {
    Running.check();
    long length = 0;
    for (NodeValue value : values) {
      length += value.asString().length();
    }
    Bounds.requireText(length);
  }

  /** The pattern that was compiled last, as it is mostly the next, too. */
  static final class Compiled {
    private String expression = "";
    private String flags = "";
    private Pattern pattern = Pattern.compile("");

    private Pattern of(String function, NodeValue pattern, String flags) {
      String expression = text(function, pattern);
      if (!expression.equals(this.expression) || !flags.equals(this.flags)) {
        Bounds.requireText(expression.length());
        this.pattern =
            RegexEngine.makePattern(function, expression, flags.isEmpty() ? null : flags);
        this.expression = expression;
        this.flags = flags;
      }
      return this.pattern;
    }
  }

  /** {@code REGEX}, and {@code fn:matches}. */
  static NodeValue matches(Compiled compiled, List<NodeValue> arguments) {
    String text = text("REGEX", arguments.get(0));
    String flags = arguments.size() > 2 ? text("REGEX", arguments.get(2)) : "";
    return NodeValue.makeBoolean(
        Bounds.matcher(compiled.of("REGEX", arguments.get(1), flags), text).find());
  }

  /** {@code REPLACE}, and {@code fn:replace}: as ARQ does it, text by text. */
  static NodeValue replace(Compiled compiled, List<NodeValue> arguments) {
    String text = text("REPLACE", arguments.get(0));
    String flags = arguments.size() > 3 ? text("REPLACE", arguments.get(3)) : "";
    Matcher matcher = Bounds.matcher(compiled.of("REPLACE", arguments.get(1), flags), text);
    String replacement = text("REPLACE", arguments.get(2));
    long references = replacement.chars().filter(c -> c == '$').count();
    StringBuilder replaced = new StringBuilder();
    boolean found = false;
    try {
      while (matcher.find()) {
        // ARQ takes an empty match only where it is the first.
        if (found && matcher.start() == matcher.end()) {
          continue;
        }
        found = true;
        // A reference may bring in all of what was matched, each time it occurs.
        Bounds.requireText(
            replaced.length()
                + replacement.length()
                + references * (matcher.end() - matcher.start()));
        matcher.appendReplacement(replaced, replacement);
        Bounds.requireText(replaced.length());
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
      throw new ExprEvalException(
          "REPLACE: the replacement is malformed: " + malformed.getMessage());
    }
    if (!found) {
      return arguments.get(0);
    }
    matcher.appendTail(replaced);
    Bounds.requireText(replaced.length());
    String result = replaced.toString();
    return result.equals(text) ? arguments.get(0) : like(arguments.get(0).asNode(), result);
  }

  private static NodeValue like(Node model, String text) {
    String language = model.getLiteralLanguage();
    return NodeValue.makeNode(
        language.isEmpty()
            ? NodeFactory.createLiteralDT(text, model.getLiteralDatatype())
            : NodeFactory.createLiteralLang(text, language));
  }

  private static String text(String function, NodeValue value) {
    return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
  }

  private static final class Concat extends E_StrConcat {
    Concat(ExprList arguments) {
      super(arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> texts) {
      requireJoined(texts);
      return super.eval(texts);
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new Concat(arguments);
    }
  }

  private static final class Encode extends E_StrEncodeForURI {
    Encode(Expr argument) {
      super(argument);
    }

    @Override
    public NodeValue eval(NodeValue text) {
      return Bounds.require(super.eval(text));
    }

    @Override
    public Expr copy(Expr argument) {
      return new Encode(argument);
    }
  }

  /** Adds numbers, and joins texts. */
  private static final class Add extends E_Add {
    Add(Expr left, Expr right) {
      super(left, right);
    }

    @Override
    public NodeValue eval(NodeValue left, NodeValue right) {
      if (left.isString() && right.isString()) {
        requireJoined(List.of(left, right));
      }
      return super.eval(left, right);
    }

    @Override
    public Expr copy(Expr left, Expr right) {
      return new Add(left, right);
    }
  }

  private static final class Contains extends E_StrContains {
    Contains(Expr text, Expr sought) {
      super(text, sought);
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue sought) {
      Bounds.requireSearch(text, sought);
      return super.eval(text, sought);
    }

    @Override
    public Expr copy(Expr text, Expr sought) {
      return new Contains(text, sought);
    }
  }

  private static final class Before extends E_StrBefore {
    Before(Expr text, Expr sought) {
      super(text, sought);
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue sought) {
      Bounds.requireSearch(text, sought);
      return super.eval(text, sought);
    }

    @Override
    public Expr copy(Expr text, Expr sought) {
      return new Before(text, sought);
    }
  }

  private static final class After extends E_StrAfter {
    After(Expr text, Expr sought) {
      super(text, sought);
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue sought) {
      Bounds.requireSearch(text, sought);
      return super.eval(text, sought);
    }

    @Override
    public Expr copy(Expr text, Expr sought) {
      return new After(text, sought);
    }
  }

  private static final class Multiply extends E_Multiply {
    Multiply(Expr left, Expr right) {
      super(left, right);
    }

    @Override
    public NodeValue eval(NodeValue left, NodeValue right) {
      Bounds.requireProduct(left, right);
      return super.eval(left, right);
    }

    @Override
    public Expr copy(Expr left, Expr right) {
      return new Multiply(left, right);
    }
  }

  private static final class Replace extends E_StrReplace {
    private final Compiled compiled = new Compiled();

    private Replace(Expr text, Expr pattern, Expr replacement) {
      super(text, pattern, replacement);
    }

    private Replace(Expr text, Expr pattern, Expr replacement, Expr flags) {
      super(text, pattern, replacement, flags);
    }

    static Replace of(ExprList arguments) {
      return arguments.size() > 3
          ? new Replace(arguments.get(0), arguments.get(1), arguments.get(2), arguments.get(3))
          : new Replace(arguments.get(0), arguments.get(1), arguments.get(2));
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
      return replace(compiled, arguments);
    }

    @Override
    public Expr copy(ExprList arguments) {
      return of(arguments);
    }
  }

  private static final class Regex extends E_Regex {
    private final Compiled compiled = new Compiled();

    private Regex(Expr text, Expr pattern) {
      super(text, pattern);
    }

    private Regex(Expr text, Expr pattern, Expr flags) {
      super(text, pattern, flags);
    }

    static Regex of(ExprList arguments) {
      return arguments.size() > 2
          ? new Regex(arguments.get(0), arguments.get(1), arguments.get(2))
          : new Regex(arguments.get(0), arguments.get(1));
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
      return matches(compiled, arguments);
    }

    @Override
    public Expr copy(ExprList arguments) {
      return of(arguments);
    }
  }

  /** {@code GROUP_CONCAT}. */
  private static final class Join extends AggGroupConcat {
    Join(Expr text, String separator) {
      super(text, separator);
    }

    @Override
    public Accumulator createAccumulator() {
      return new Counting(super.createAccumulator(), getExpr(), getSeparator());
    }

    @Override
    public Aggregator copy(ExprList expressions) {
      return new Join(expressions.get(0), getSeparator());
    }
  }

  /** {@code GROUP_CONCAT(DISTINCT)}, whose accumulator sees each value once. */
  private static final class JoinDistinct extends AggGroupConcatDistinct {
    JoinDistinct(Expr text, String separator) {
      super(text, separator);
    }

    @Override
    public Accumulator createAccumulator() {
      return new Counting(super.createAccumulator(), getExpr(), getSeparator());
    }

    @Override
    public Aggregator copy(ExprList expressions) {
      return new JoinDistinct(expressions.get(0), getSeparator());
    }
  }

  /** Counts what another gathers. */
  private static final class Counting implements Accumulator {
    private final Accumulator gatherer;
    private final Expr text;
    private final int separator;
    private long length;

    Counting(Accumulator gatherer, Expr text, String separator) {
      this.gatherer = gatherer;
      this.text = text;
      this.separator = separator == null ? 1 : separator.length();
    }

    @Override
    public void accumulate(Binding binding, FunctionEnv environment) {
      Running.check();
      try {
        length += text.eval(binding, environment).asString().length() + (long) separator;
      } catch (ExprEvalException unbound) {
        // It gathers nothing then.
      }
      Bounds.requireText(length);
      gatherer.accumulate(binding, environment);
    }

    @Override
    public NodeValue getValue() {
      return gatherer.getValue();
    }
  }
}
