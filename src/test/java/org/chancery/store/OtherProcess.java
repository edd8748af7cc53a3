package org.chancery.store;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;

/** Holds a store, or hangs in the middle of building one, until it is killed. */
final class OtherProcess {
  private OtherProcess() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[1]);
    if (arguments[0].equals("hold")) {
      Store store = Store.open(folder);
      store.read(dataset -> dataset.stream().count());
      sayReadyAndHang();
    }
    Quad quad = SSE.parseQuad("(<urn:g3> <urn:s> <urn:p> 'half')");
    Store.replace(folder, Stream.of(quad, quad).skip(1).peek(q -> sayReadyAndHang()));
  }

  private static void sayReadyAndHang() {
    System.out.println("ready");
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }
}
