package org.chancery.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;

/**
 * N-Quads from outside, in which anything may be wrong. What is wrong with them is told apart from
 * what fails where they go.
 */
final class QuadReader {
  /** What is read is not N-Quads, or not what was asked for. The message says where, and why. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private QuadReader() {}

  /**
   * Reads all.
   *
   * @param most how many quads there may be; no more is read once there are more
   * @return how many there were
   * @throws IOException if it cannot be read
   * @throws RuntimeException what the sink throws
   */
  static long read(InputStream in, StreamRDF sink, long most)
      throws IOException, MalformedException {
    Checked checked = new Checked(sink, most);
    try {
      RDFParser.source(in)
          .lang(Lang.NQUADS)
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(checked);
      return checked.quads;
    } catch (RuntimeException failure) {
      if (checked.failed) {
        throw failure;
      }
      if (failure instanceof RuntimeIOException && failure.getCause() instanceof IOException io) {
        if (!(io instanceof CharacterCodingException)) {
          throw io;
        }
      }
      // Jena's tokenizer also fails as a formatter does, where a message of its own has a % sign.
      String why =
          failure instanceof RiotException || failure instanceof Refused
              ? String.valueOf(failure.getMessage())
              : "after %d quads: %s".formatted(checked.quads, failure);
      throw new MalformedException(why, failure);
    }
  }

  /** What is N-Quads, and yet not to be taken. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  private static final class Checked extends StreamRDFWrapper {
    private final long most;
    private long quads;
    private boolean failed;

    Checked(StreamRDF sink, long most) {
      super(sink);
      this.most = most;
    }

    @Override
    public void triple(Triple triple) {
      throw new Refused("after %d quads, a line is in no named graph".formatted(quads));
    }

    @Override
    public void quad(Quad quad) {
      if (quad.isDefaultGraph()) {
        triple(quad.asTriple());
      }
      if (quads == most) {
        throw new Refused("there are more than %d quads".formatted(most));
      }
      quads++;
      pass(() -> super.quad(quad));
    }

    @Override
    public void start() {
      pass(super::start);
    }

    @Override
    public void finish() {
      pass(super::finish);
    }

    @Override
    public void base(String base) {
      pass(() -> super.base(base));
    }

    private void pass(Runnable step) {
      failed = true;
      step.run();
      failed = false;
    }
  }
}
