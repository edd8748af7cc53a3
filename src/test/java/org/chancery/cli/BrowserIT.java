package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.sparql.sse.SSE;
import org.chancery.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What a person sees who starts the server and opens a browser. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start before any test.
class BrowserIT {
  private PackagedServer server;
  private Browser browser;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    browser = new Browser(folder.resolve("profile"));
    Store.replace(
        folder.resolve("store"),
        Stream.of("Mira Lund", "Teo Brandt", "Ásta <i>Jóns</i>")
            .map(
                name ->
                    SSE.parseQuad(
                        "(<https://w3id.org/chancery/id/article/1>"
                            + " <https://w3id.org/chancery/id/official/%s>"
                                .formatted(name.substring(0, 3))
                            + " <http://www.w3.org/2000/01/rdf-schema#label> '%s')"
                                .formatted(name))));
    server = PackagedServer.over(folder.resolve("store"));
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void deepLinkFillsTheEditorAndTheQueryRuns() {
    String query =
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
            + "SELECT ?name { ?s rdfs:label ?name } ORDER BY ?name";
    browser.open(
        URI.create(
            server.address()
                + "#/dataset/chancery/query?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20")));
    browser.editorShowing("ORDER BY ?name");

    assertThat(browser.rowsOfTheQuery())
        .satisfiesExactly(
            row -> assertThat(row).contains("Mira Lund"),
            row -> assertThat(row).contains("Teo Brandt"),
            row -> assertThat(row).contains("Ásta <i>Jóns</i>"));
    assertThat(browser.callsBeyond(server.address())).isEmpty();
    // The UI asks prefix.cc for abbreviations; our policy forbids it, of which the browser tells.
    assertThat(browser.errors()).allMatch(error -> error.contains("prefix.cc"));
  }

  @Test
  void homePageListsTheDataset() {
    browser.open(server.address());

    assertThat(browser.visible(By.cssSelector("table tbody tr")).getText()).contains("/chancery");
    assertQuiet();
  }

  @Test
  void startPageIsPlainAndQuiet() {
    browser.open(server.address().resolve("start/"));

    assertThat(browser.title()).isEqualTo("Chancery");
    assertThat(browser.visible(By.tagName("h1")).getText()).contains("diplomacy");
    // The style sheet came through the policy.
    assertThat(browser.visible(By.tagName("main")).getCssValue("max-width")).isEqualTo("1152px");
    assertQuiet();
  }

  @Test
  void resourcePageShowsDataAsText() {
    browser.open(server.address().resolve("id/official/%C3%81st"));

    assertThat(browser.visible(By.tagName("h1")).getText()).isEqualTo("Ásta <i>Jóns</i>");
    assertQuiet();
  }

  private void assertQuiet() {
    assertThat(browser.callsBeyond(server.address())).isEmpty();
    assertThat(browser.errors()).isEmpty();
  }
}
