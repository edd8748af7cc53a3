package org.chancery.serve;

import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase0;

/** A function that notes when anyone as much as loads it. */
public final class Tripwire extends FunctionBase0 {
  static final String SPRUNG = "chancery.tripwire";

  static {
    System.setProperty(SPRUNG, "true");
  }

  @Override
  public NodeValue exec() {
    return NodeValue.TRUE;
  }
}
