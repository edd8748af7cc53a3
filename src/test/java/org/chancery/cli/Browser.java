package org.chancery.cli;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
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
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.OutputType;
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
    look(false, 1400, 1000);
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

  /** Whether a script of the page has put up a box. */
  boolean isAlerting() {
    try {
      driver.switchTo().alert();
      return true;
    } catch (NoAlertPresentException none) {
      return false;
    }
  }

  /** Whether the page has such an element now. */
  boolean has(String selector) {
    return !driver.findElements(By.cssSelector(selector)).isEmpty();
  }

  /** The element that the address points into. */
  WebElement target() {
    return driver.findElement(By.cssSelector(":target"));
  }

  /**
   * Makes pages look so from now on.
   *
   * @param width of what can be seen, in pixels of style sheets, also below what windows allow
   */
  void look(boolean dark, int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                // Or pages glide while one wants to click.
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Waits until scripts have drawn what they draw. */
  void settle() {
    if (has("#picture")) {
      await(
          ExpectedConditions.presenceOfElementLocated(
              By.cssSelector("#drawing .sign, #drawing-state:not(:empty)")));
    }
  }

  /** By how many pixels the page is wider than what can be seen of it. */
  long overflow() {
    return (Long)
        driver.executeScript(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** In what the page breaks WCAG 2.1, levels A and AA. */
  List<Rule> violations() {
    return new AxeBuilder()
        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
        .analyze(driver)
        .getViolations();
  }

  /** What can be seen, as PNG. */
  byte[] screenshot() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  private List<LogEntry> entries(String type) {
    return driver.manage().logs().get(type).getAll();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
