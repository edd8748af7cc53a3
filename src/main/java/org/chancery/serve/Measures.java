package org.chancery.serve;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the server counts about itself, as Prometheus reads it. */
final class Measures {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Timer queries =
      Timer.builder("chancery.query.duration")
          .description("How long SPARQL queries took from when they came in, refused ones too")
          .serviceLevelObjectives(
              Duration.ofMillis(10),
              Duration.ofMillis(50),
              Duration.ofMillis(250),
              Duration.ofSeconds(1),
              Duration.ofSeconds(5),
              Duration.ofSeconds(10))
          .register(registry);

  /**
   * @param version of the store that is served now
   */
  Measures(Lanes lanes, Watch watch, Supplier<String> version) {
    new JvmMemoryMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    gauge("chancery.requests.running", "Requests that ask the store now", lanes::running);
    gauge("chancery.requests.waiting", "Requests that wait for their turn", lanes::waiting);
    gauge("chancery.connections", "Open connections", watch::connections);
    gauge(
        "chancery.store.version",
        "The number of the build that is served",
        () -> number(version.get()));
  }

  private void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(registry);
  }

  /** The digits at the end of a version's name. */
  private static long number(String version) {
    String digits = version.replaceAll("^.*?([0-9]{1,18})$", "$1");
    return digits.chars().allMatch(Character::isDigit) && !digits.isEmpty()
        ? Long.parseLong(digits)
        : 0;
  }

  void count(HttpServletRequest request, Answer answer, Running running, long nanos) {
    int status = running.cut().map(cut -> cut.refusal().status()).orElse(answer.getStatus());
    counter(
            "chancery.requests",
            "Requests by what they were answered with",
            List.of(Tag.of("status", String.valueOf(status))))
        .increment();
    if (status >= 400) {
      String reason = running.cut().map(Running.Cut::label).orElseGet(() -> reason(status));
      counter(
              "chancery.requests.refused",
              "Requests that were not served, by the reason",
              List.of(Tag.of("reason", reason)))
          .increment();
    }
    if (RequestGuard.isQuery(request.getRequestURI())) {
      queries.record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  private Counter counter(String name, String description, List<Tag> tags) {
    return Counter.builder(name).description(description).tags(tags).register(registry);
  }

  private static String reason(int status) {
    return switch (status) {
      case 400 -> "malformed";
      case 401 -> "login";
      case 403 -> "origin";
      case 404 -> "unknown";
      case 405 -> "method";
      case 413 -> "size";
      case 421 -> "host";
      case 422 -> "denied";
      case 429 -> "crowd";
      case 502 -> "service";
      case 503 -> "unready"; // A query that took too long was cut off, and has its own reason.
      default -> status < 500 ? "other" : "failure";
    };
  }

  /** All of it, in Prometheus' text format. */
  String text() {
    return registry.scrape();
  }
}
