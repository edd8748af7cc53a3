package org.chancery.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.Engine;
import org.chancery.ExitCode;
import org.chancery.article.Article;
import org.chancery.article.Read;
import org.chancery.claims.ArticleReading;

/**
 * What became of each input of one build, as JSON beside the store: written as the build goes, and
 * put in place of the last one at its end. A build does not fail because its report does.
 */
final class Report implements AutoCloseable {
  private final Path path;
  private final Progress progress;
  private final Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final long start = System.nanoTime();
  private final Map<String, Integer> rejected = new TreeMap<>();
  private final Map<String, Integer> skipped = new TreeMap<>();
  private final Map<String, Integer> warnings = new TreeMap<>();
  private Optional<JsonWriter> writer = Optional.empty();
  private Optional<String> failure = Optional.empty();
  private Optional<Intake.Counts> counts = Optional.empty();
  private int exitCode = ExitCode.SOFTWARE;

  private Report(Path path, Progress progress) {
    this.path = path;
    this.progress = progress;
  }

  /** Where the report of a store's last build lies. */
  static Path of(Path store) {
    Path folder = store.toAbsolutePath().normalize();
    return folder.resolveSibling(folder.getFileName() + "-report.json");
  }

  /** Begins the report of a build. */
  static Report begin(Path store, List<Path> inputs, Progress progress) {
    Report report = new Report(of(store), progress);
    report.attempt(
        () -> {
          JsonWriter json =
              new JsonWriter(Files.newBufferedWriter(report.draft(), StandardCharsets.UTF_8));
          json.setIndent(" ");
          report.writer = Optional.of(json);
          json.beginObject();
          json.name("started").value(report.started.toString());
          json.name("reading").value(Engine.reading());
          json.name("paths").beginArray();
          for (Path input : inputs) {
            json.value(input.toString());
          }
          json.endArray().name("inputs").beginArray();
        });
    return report;
  }

  private Path draft() {
    return path.resolveSibling(path.getFileName() + ".part");
  }

  void read(Read.Ok input, ArticleReading reading, String outcome, Duration took) {
    article(
        input,
        outcome,
        json -> {
          json.name("claims").value(reading.claims().size());
          json.name("milliseconds").value(took.toMillis());
        });
  }

  void unchanged(Read.Ok input) {
    article(input, "unchanged", json -> {});
  }

  private void article(Read.Ok input, String outcome, Part rest) {
    input.warnings().forEach(warning -> warnings.merge(warning.code(), 1, Integer::sum));
    Article article = input.article();
    entry(
        json -> {
          json.name("outcome").value(outcome);
          json.name("id").value(article.id());
          json.name("file").value(article.origin().file());
          if (article.origin().record().isPresent()) {
            json.name("record").value(article.origin().record().getAsInt());
          }
          if (article.origin().url().isPresent()) {
            json.name("url").value(article.origin().url().get());
          }
          json.name("bytes").value(input.bytes());
          json.name("characters").value(article.text().length());
          rest.write(json);
          if (!input.warnings().isEmpty()) {
            json.name("warnings").beginArray();
            for (Read.Warning warning : input.warnings()) {
              json.beginObject().name("code").value(warning.code());
              json.name("reason").value(warning.reason()).endObject();
            }
            json.endArray();
          }
        });
  }

  void rejected(Read.Rejected no) {
    rejected.merge(no.code(), 1, Integer::sum);
    entry(
        json -> {
          json.name("outcome").value("rejected").name("code").value(no.code());
          json.name("file").value(no.source());
          if (no.line().isPresent()) {
            json.name("record").value(no.line().getAsInt());
          }
          json.name("reason").value(no.reason());
        });
  }

  void skipped(Read.Skipped no) {
    skipped.merge(no.code(), 1, Integer::sum);
    entry(
        json -> {
          json.name("outcome").value("skipped").name("code").value(no.code());
          json.name("file").value(no.source());
          if (no.line().isPresent()) {
            json.name("record").value(no.line().getAsInt());
          }
          json.name("reason").value(no.reason());
        });
  }

  /** The build came to its end. */
  void end(Intake.Counts all, int code) {
    counts = Optional.of(all);
    exitCode = code;
  }

  /** The build stopped; the store is as it was. */
  void failed(Intake.Counts all, int code, String message) {
    counts = Optional.of(all);
    exitCode = code;
    failure = Optional.of(message);
  }

  @Override
  public void close() {
    attempt(
        () -> {
          if (writer.isPresent()) {
            end(writer.get());
            writer.get().close();
            Files.move(draft(), path, StandardCopyOption.REPLACE_EXISTING);
          }
        });
  }

  private void end(JsonWriter json) throws IOException {
    json.endArray();
    if (counts.isPresent()) {
      Intake.Counts all = counts.get();
      json.name("totals").beginObject();
      json.name("read").value(all.inputs()).name("ingested").value(all.added() + all.updated());
      json.name("new").value(all.added()).name("updated").value(all.updated());
      json.name("unchanged").value(all.unchanged()).name("rejected").value(all.rejected());
      json.name("skipped").value(all.skipped()).name("warnings").value(sum(warnings)).endObject();
    }
    codes(json, "rejected", rejected);
    codes(json, "skipped", skipped);
    codes(json, "warnings", warnings);
    json.name("outcome").value(failure.isPresent() ? "failed" : "complete");
    if (failure.isPresent()) {
      json.name("message").value(failure.get());
    }
    json.name("exitCode").value(exitCode);
    json.name("seconds").value(Math.round((System.nanoTime() - start) / 1e8) / 10.0).endObject();
  }

  private static int sum(Map<String, Integer> codes) {
    return codes.values().stream().mapToInt(count -> count).sum();
  }

  private static void codes(JsonWriter json, String name, Map<String, Integer> codes)
      throws IOException {
    json.name(name).beginObject();
    for (Map.Entry<String, Integer> code : codes.entrySet()) {
      json.name(code.getKey()).value(code.getValue());
    }
    json.endObject();
  }

  private void entry(Part part) {
    attempt(
        () -> {
          if (writer.isPresent()) {
            writer.get().beginObject();
            part.write(writer.get());
            writer.get().endObject();
          }
        });
  }

  private interface Part {
    void write(JsonWriter json) throws IOException;
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private void attempt(Attempt attempt) {
    try {
      attempt.run();
    } catch (IOException failed) {
      writer.ifPresent(Report::discard);
      writer = Optional.empty();
      progress.say(
          "WARNING code=no-report file=%s reason=it cannot be written (%s); the build goes on without"
              .formatted(path, failed.getMessage()));
    }
  }

  private static void discard(JsonWriter json) {
    try {
      json.close();
    } catch (IOException | IllegalStateException again) {
      // It was given up already.
    }
  }
}
