package org.chancery.serve;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.chancery.ExitCode;
import org.chancery.Reason;
import org.chancery.UserException;

/**
 * A line about each request: who asked for what, and what came of it. It has no query, no parameter
 * and no header, as those may hold secrets.
 */
final class AccessLog implements AutoCloseable {
  private static final int LONGEST = 200;

  private final Optional<PrintWriter> out;
  private final Clock clock;

  private AccessLog(Optional<PrintWriter> out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  static AccessLog none() {
    return new AccessLog(Optional.empty(), Clock.systemUTC());
  }

  /** Writes to what is given, by that clock. */
  static AccessLog to(Writer out, Clock clock) {
    return new AccessLog(Optional.of(new PrintWriter(out, true)), clock);
  }

  /**
   * Adds to a file, or prints to the standard error.
   *
   * @throws UserException with {@link ExitCode#CANNOT_CREATE} if the file cannot be written
   */
  static AccessLog to(Path file) {
    if (file.equals(ServerSettings.STANDARD_ERROR)) {
      return to(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), Clock.systemUTC());
    }
    try {
      BufferedWriter lines =
          Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return to(lines, Clock.systemUTC());
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.CANNOT_CREATE,
          "--access-log %s cannot be written (%s). Name a file in a folder that is yours."
              .formatted(file, Reason.of(failure)),
          failure);
    }
  }

  void write(HttpServletRequest request, Answer answer, Running running, long nanos) {
    out.ifPresent(lines -> lines.println(line(request, answer, running, nanos)));
  }

  private String line(HttpServletRequest request, Answer answer, Running running, long nanos) {
    StringBuilder line = new StringBuilder();
    line.append(Instant.now(clock).truncatedTo(ChronoUnit.MILLIS));
    add(line, "request", running.id());
    add(line, "address", request.getRemoteAddr());
    running.user().ifPresent(user -> add(line, "user", user));
    add(line, "method", request.getMethod());
    add(line, "path", request.getRequestURI());
    running.queryHash().ifPresent(hash -> add(line, "query", hash));
    add(
        line,
        "status",
        String.valueOf(
            running.cut().map(cut -> cut.refusal().status()).orElse(answer.getStatus())));
    running.cut().ifPresent(cut -> add(line, "cut", cut.label()));
    add(line, "ms", String.valueOf(TimeUnit.NANOSECONDS.toMillis(nanos)));
    add(line, "bytes", String.valueOf(answer.bytes()));
    return line.toString();
  }

  /** Puts into quotation marks, and escapes, what could be taken for anything else. */
  private static void add(StringBuilder line, String name, String value) {
    String plain = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    line.append(' ').append(name).append('=');
    if (plain.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '\\' && c != '=')
        && !plain.isEmpty()) {
      line.append(plain);
      return;
    }
    line.append('"');
    plain
        .chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                line.append('\\').append((char) c);
              } else if (Character.isISOControl(c)
                  || Character.getType(c) == Character.FORMAT
                  || Character.getType(c) == Character.LINE_SEPARATOR
                  || Character.getType(c) == Character.PARAGRAPH_SEPARATOR) {
                line.append("\\u%04x".formatted(c));
              } else {
                line.append((char) c);
              }
            });
    line.append('"');
  }

  @Override
  public void close() {
    out.ifPresent(PrintWriter::flush);
  }
}
