package org.chancery.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatePagesTest {
  @Test
  void programsSeeHowTheServerIs(@TempDir Path folder) {
    try (ServedStore served = new ServedStore(folder)) {
      served.query("ASK {}");
      served.query("BROKEN");
      served.get("/nowhere");

      assertThat(served.get("/$/health").body())
          .startsWith("{\"status\":\"ok\",\"version\":\"data-1\",\"catalogue\":\"")
          .contains("\"uptimeSeconds\":", "\"running\":0,\"waiting\":0")
          .doesNotContain(folder.toString());
      assertThat(served.get("/$/metrics").body())
          .contains(
              "chancery_requests_total{status=\"200\"} 2.0",
              "chancery_requests_total{status=\"400\"} 1.0",
              "chancery_requests_refused_total{reason=\"malformed\"} 1.0",
              "chancery_requests_refused_total{reason=\"unknown\"} 1.0",
              "chancery_query_duration_seconds_bucket{le=\"10.0\"} 2",
              "chancery_store_version 1.0",
              "chancery_requests_running 0.0",
              "jvm_memory_used_bytes");
    }
  }

  @Test
  void storeThatCannotBeReadIsTold(@TempDir Path folder) {
    try (ServedStore served = new ServedStore(folder)) {
      assertThat(served.get("/reconcile", "Origin", "https://evil.example").statusCode())
          .isEqualTo(403);
      served.store().close();

      assertThat(served.get("/$/health").statusCode()).isEqualTo(503);
      assertThat(served.get("/$/metrics").body())
          .contains(
              "chancery_requests_refused_total{reason=\"unready\"} 1.0",
              "chancery_requests_refused_total{reason=\"origin\"} 1.0")
          .doesNotContain("reason=\"timeout\"");
    }
  }
}
