package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.sparql.sse.SSE;
import org.chancery.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a person sees who starts the server and opens a browser. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start before any test.
class BrowserIT {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private PackagedServer server;
  private ChromeDriver browser;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    requireBrowser();
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
    server = new PackagedServer(folder.resolve("store"));
    System.setProperty(ChromeDriverService.CHROME_DRIVER_EXE_PROPERTY, DRIVER.toString());
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions().setBinary(BROWSER.toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--window-size=1400,1000",
        "--user-data-dir=" + folder.resolve("profile"));
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    browser = new ChromeDriver(options);
  }

  private static void requireBrowser() {
    for (Path program : List.of(BROWSER, DRIVER)) {
      if (!Files.isExecutable(program)) {
        String message = program + " is missing: install chromium and chromium-driver";
        if (Boolean.getBoolean("chancery.browser.required")) {
          fail(message);
        }
        abort(message);
      }
    }
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.quit();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void deepLinkFillsTheEditorAndTheQueryRuns() {
    forgetLogs();
    String query =
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
            + "SELECT ?name { ?s rdfs:label ?name } ORDER BY ?name";
    browser.get(
        server.address()
            + "#/dataset/chancery/query?query="
            + URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20"));
    WebElement editor = visible(By.cssSelector("#yasqe .CodeMirror"));
    patiently().until(seen -> editor.getText().contains("ORDER BY ?name"));

    visible(By.cssSelector("button.yasqe_queryButton")).click();
    patiently().until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("#yasr tbody tr"), 3));

    assertThat(browser.findElements(By.cssSelector("#yasr tbody tr")))
        .extracting(WebElement::getText)
        .satisfiesExactly(
            row -> assertThat(row).contains("Mira Lund"),
            row -> assertThat(row).contains("Teo Brandt"),
            row -> assertThat(row).contains("Ásta <i>Jóns</i>"));
    assertThat(otherHostsCalled()).isEmpty();
    // The UI asks prefix.cc for abbreviations; our policy forbids it, of which the browser tells.
    assertThat(consoleErrors()).allMatch(error -> error.contains("prefix.cc"));
  }

  @Test
  void homePageListsTheDataset() {
    forgetLogs();
    browser.get(server.address().toString());

    assertThat(visible(By.cssSelector("table tbody tr")).getText()).contains("/chancery");
    assertThat(otherHostsCalled()).isEmpty();
    assertThat(consoleErrors()).isEmpty();
  }

  @Test
  void startPageIsPlainAndQuiet() {
    forgetLogs();
    browser.get(server.address().resolve("start/").toString());

    assertThat(browser.getTitle()).isEqualTo("Chancery");
    assertThat(visible(By.tagName("h1")).getText()).isEqualTo("Chancery");
    // The style sheet came through the policy.
    assertThat(visible(By.tagName("body")).getCssValue("max-width")).isEqualTo("960px");
    assertThat(otherHostsCalled()).isEmpty();
    assertThat(consoleErrors()).isEmpty();
  }

  @Test
  void resourcePageShowsDataAsText() {
    forgetLogs();
    browser.get(server.address().resolve("id/official/%C3%81st").toString());

    assertThat(visible(By.tagName("h1")).getText()).isEqualTo("Ásta <i>Jóns</i>");
    assertThat(otherHostsCalled()).isEmpty();
    assertThat(consoleErrors()).isEmpty();
  }

  private WebDriverWait patiently() {
    return new WebDriverWait(browser, PATIENCE);
  }

  private WebElement visible(By what) {
    return patiently().until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  private void forgetLogs() {
    consoleErrors();
    otherHostsCalled();
  }

  private List<String> consoleErrors() {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Addresses elsewhere that pages asked for, apart from requests that the browser held back. */
  private List<String> otherHostsCalled() {
    Map<String, String> requests = new HashMap<>();
    for (LogEntry entry : browser.manage().logs().get(LogType.PERFORMANCE)) {
      JsonObject message = JSON.parse(entry.getMessage()).getObj("message");
      JsonObject parameters = message.getObj("params");
      switch (message.getString("method")) {
        case "Network.requestWillBeSent" ->
            requests.put(
                parameters.getString("requestId"), parameters.getObj("request").getString("url"));
        case "Network.loadingFailed" -> {
          if (parameters.hasKey("blockedReason")) {
            requests.remove(parameters.getString("requestId"));
          }
        }
        default -> {}
      }
    }
    return requests.values().stream().filter(url -> !isOurs(url)).toList();
  }

  private boolean isOurs(String url) {
    return Stream.of(server.address().toString(), "data:", "blob:").anyMatch(url::startsWith);
  }
}
