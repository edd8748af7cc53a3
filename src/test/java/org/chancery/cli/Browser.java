package org.chancery.cli;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.net.URI;
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
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser without a screen, which remembers what it complained of and whom it called. */
final class Browser implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver driver;

  /**
   * Starts the browser; without one the test is passed over, or fails where one is required.
   *
   * @param profile a folder for what browsers keep
   */
  Browser(Path profile) {
    requireInstalled();
    System.setProperty(ChromeDriverService.CHROME_DRIVER_EXE_PROPERTY, DRIVER.toString());
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions().setBinary(PROGRAM.toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--window-size=1400,1000",
        "--user-data-dir=" + profile);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    driver = new ChromeDriver(options);
  }

  static void requireInstalled() {
    for (Path program : List.of(PROGRAM, DRIVER)) {
      if (!Files.isExecutable(program)) {
        String message = program + " is missing: install chromium and chromium-driver";
        if (Boolean.getBoolean("chancery.browser.required")) {
          fail(message);
        }
        abort(message);
      }
    }
  }

  /** Opens a page; complaints and calls of earlier pages are forgotten. */
  void open(URI page) {
    entries(LogType.BROWSER);
    entries(LogType.PERFORMANCE);
    driver.get(page.toString());
  }

  String title() {
    return driver.getTitle();
  }

  <T> T await(ExpectedCondition<T> condition) {
    return new WebDriverWait(driver, PATIENCE).until(condition);
  }

  WebElement visible(By what) {
    return await(ExpectedConditions.visibilityOfElementLocated(what));
  }

  /** The query editor, once it shows some words. */
  WebElement editorShowing(String words) {
    WebElement editor = visible(By.cssSelector("#yasqe .CodeMirror"));
    await(seen -> editor.getText().contains(words));
    return editor;
  }

  /** Runs what stands in the query editor and waits for rows. */
  List<String> rowsOfTheQuery() {
    visible(By.cssSelector("button.yasqe_queryButton")).click();
    By rows = By.cssSelector("#yasr tbody tr");
    await(ExpectedConditions.numberOfElementsToBeMoreThan(rows, 0));
    return driver.findElements(rows).stream().map(WebElement::getText).toList();
  }

  List<String> errors() {
    return entries(LogType.BROWSER).stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Addresses elsewhere that pages asked for, apart from requests that the browser held back. */
  List<String> callsBeyond(URI home) {
    Map<String, String> requests = new HashMap<>();
    for (LogEntry entry : entries(LogType.PERFORMANCE)) {
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
    return requests.values().stream()
        .filter(
            url ->
                Stream.of(home.toString(), "data:", "blob:", "chrome:").noneMatch(url::startsWith))
        .toList();
  }

  private List<LogEntry> entries(String type) {
    return driver.manage().logs().get(type).getAll();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
