package org.chancery.serve;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose first megabyte is kept back, so that what fails by then fails with its own status
 * and words. Later the connection is closed on it, which no client takes for an end.
 */
final class Answer extends HttpServletResponseWrapper {
  /** What is kept back. */
  private static final int KEPT_BYTES = 1 << 20;

  /** What an answer may have in all. */
  static final long MAX_BYTES = 256L << 20;

  private final Running request;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(512);
  private final Stream stream = new Stream();
  private @Nullable PrintWriter writer;
  private long bytes;
  private boolean underWay;
  private boolean finishing;

  Answer(HttpServletResponse response, Running request) {
    super(response);
    this.request = request;
  }

  long bytes() {
    return bytes;
  }

  /** Whether the client may have seen some of it. */
  @Override
  public boolean isCommitted() {
    return underWay || super.isCommitted();
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return stream;
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }
    return writer;
  }

  /** What was written is kept back all the same. */
  @Override
  public void flushBuffer() {
    if (writer != null) {
      writer.flush();
    }
  }

  @Override
  public void resetBuffer() {
    if (underWay) {
      throw new IllegalStateException("the answer is under way");
    }
    kept.reset();
    bytes = 0;
  }

  @Override
  public void reset() {
    resetBuffer();
    super.reset();
  }

  @Override
  public void sendError(int status) throws IOException {
    sendError(status, status == SC_NOT_FOUND ? "There is nothing here." : "This cannot be served.");
  }

  /** In one line of text, where Jetty would make a page. */
  @Override
  public void sendError(int status, String message) throws IOException {
    if (isCommitted()) {
      request.hangUp();
      return;
    }
    replaceBy(new Refusal(status, message));
  }

  private void replaceBy(Refusal refusal) throws IOException {
    resetBuffer();
    setContentLengthLong(-1);
    setHeader("Content-Encoding", null);
    Refusal.send(this, refusal.status(), refusal.reason());
  }

  /**
   * Sends what was kept back, or in its place why it is not whole. Errors in plain text get the
   * request's number, so that its user can ask for it.
   */
  void finish() throws IOException {
    flushBuffer();
    finishing = true;
    Optional<Running.Cut> cut = request.cut();
    if (cut.isPresent()) {
      if (isCommitted() || cut.get() == Running.Cut.GONE || cut.get() == Running.Cut.STALLED) {
        request.hangUp();
        return;
      }
      setHeader("Connection", "close");
      replaceBy(cut.get().refusal());
    }
    if (underWay) {
      return;
    }
    int status = getStatus();
    boolean plain =
        Optional.ofNullable(getContentType()).orElse("text/plain").startsWith("text/plain");
    // What a service of others did wrong is said as it is.
    if (status >= SC_INTERNAL_SERVER_ERROR
        && status != SC_SERVICE_UNAVAILABLE
        && status != SC_BAD_GATEWAY) {
      replaceBy(new Refusal(status, "This went wrong on our side. Ask who runs the server."));
      plain = true;
    }
    if (status >= SC_BAD_REQUEST && plain && !super.isCommitted()) {
      if (kept.size() > 0 && kept.toByteArray()[kept.size() - 1] != '\n') {
        kept.write('\n');
      }
      kept.writeBytes("Request %s%n".formatted(request.id()).getBytes(StandardCharsets.UTF_8));
      setContentLengthLong(-1);
      if (getContentType() == null) {
        setContentType("text/plain;charset=utf-8");
      }
    }
    bytes = Math.max(bytes, kept.size());
    if (kept.size() > 0) {
      request.beginWrite();
      try {
        kept.writeTo(super.getOutputStream());
      } finally {
        request.endWrite();
      }
    }
  }

  private void count(int more) throws IOException {
    bytes += more;
    if (bytes > MAX_BYTES) {
      request.cut(Running.Cut.SIZE);
    }
    if (request.cut().isPresent() && !finishing) {
      throw new IOException("cut off");
    }
  }

  /** Sends these bytes after those that were kept back. */
  private void send(byte[] octets, int from, int length) throws IOException {
    request.beginWrite();
    try {
      if (!underWay) {
        underWay = true;
        kept.writeTo(super.getOutputStream());
        kept.reset();
      }
      super.getOutputStream().write(octets, from, length);
    } finally {
      request.endWrite();
    }
  }

  private final class Stream extends ServletOutputStream {
    @Override
    public void write(int octet) throws IOException {
      count(1);
      if (!underWay && kept.size() < KEPT_BYTES) {
        kept.write(octet);
      } else {
        send(new byte[] {(byte) octet}, 0, 1);
      }
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      count(length);
      if (!underWay && kept.size() + length <= KEPT_BYTES) {
        kept.write(octets, from, length);
      } else {
        send(octets, from, length);
      }
    }

    /** What is kept back stays so until it is known to be right. */
    @Override
    public void flush() throws IOException {
      if (underWay) {
        Answer.super.getOutputStream().flush();
      }
    }

    @Override
    public void close() {}

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("answers are written at once");
    }
  }
}
