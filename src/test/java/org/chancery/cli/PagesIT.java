package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/**
 * A walk through the pages as a person takes it, over the graph of the seeds. With {@code
 * -Dchancery.screenshots=FOLDER} it takes pictures of the main pages on its way.
 */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit calls start before any test.
class PagesIT {
  private static final String PERSON = "Rolando Mirones";
  private static final String PERSON_PAGE = "id/official/rolando-mirones";

  private PackagedServer server;
  private Browser browser;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    browser = new Browser(folder.resolve("profile"));
    server =
        new PackagedServer(
            List.of(
                "build",
                "seeds",
                "--serve",
                "--port",
                "0",
                "--store",
                folder.resolve("store").toString()));
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

  @AfterEach
  void nothingWasComplainedOfAndNobodyElseAsked() {
    assertThat(browser.errors()).isEmpty();
    assertThat(browser.callsBeyond(server.address())).isEmpty();
    browser.look(false, 1400, 1000);
  }

  private void open(String path) {
    browser.open(server.address().resolve(path));
  }

  private WebElement find(String selector) {
    return browser.visible(By.cssSelector(selector));
  }

  /** The start page, once the server has counted. */
  private void openStart() {
    open("start/");
    browser.await(
        seen -> {
          if (browser.has("#numbers")) {
            return true;
          }
          open("start/");
          return null;
        });
  }

  @Test
  void fromTheStartPageToTheWordsOfAnArticle() {
    openStart();
    find("#find").sendKeys(PERSON + Keys.ENTER);
    browser.visible(By.linkText(PERSON)).click();
    assertThat(find("h1").getText()).isEqualTo(PERSON);

    WebElement office = find("[aria-labelledby=holdsOffice] .fact");
    assertThat(office.getText()).contains("Minister of Public Security");
    office.findElement(By.cssSelector("summary")).click();
    browser
        .await(
            ExpectedConditions.visibilityOfNestedElementsLocatedBy(
                By.cssSelector("[aria-labelledby=holdsOffice] .fact"),
                By.cssSelector("a[href*='#w-']")))
        .get(0)
        .click();

    WebElement words = browser.await(seen -> browser.target());
    assertThat(words.findElement(By.xpath("./ancestor-or-self::mark")).getText()).isNotBlank();

    // And back: the number behind the words leads to the fact, the fact to the words.
    WebElement number = find("sup.refs a");
    String fact = String.valueOf(number.getDomAttribute("href"));
    number.click();
    assertThat(browser.target().getDomAttribute("id")).isEqualTo(fact.substring(1));
    find(fact + " .words-of a").click();
    assertThat(browser.target().getDomAttribute("id")).startsWith("w-");
  }

  @Test
  void searchOffersNamesAsOneTypes() {
    openStart();
    WebElement box = find("#search");
    box.sendKeys("miron");
    assertThat(find("[role=option]").getText()).contains(PERSON);
    box.sendKeys(Keys.ARROW_DOWN);
    assertThat(box.getDomAttribute("aria-activedescendant")).isNotBlank();
    box.sendKeys(Keys.ENTER);
    assertThat(find("h1").getText()).isEqualTo(PERSON);
  }

  @Test
  void aQuestionIsAnsweredInPlaceSortedAndOpensInTheEditor() {
    openStart();
    browser.visible(By.cssSelector("a[href^='/start/query/who-holds-office']")).click();
    find("#p-country").sendKeys("Panama");
    find("#ask button[type=submit]").click();
    browser.await(ExpectedConditions.urlContains("country=Panama"));
    browser.await(
        ExpectedConditions.textToBePresentInElementLocated(By.cssSelector("#rows"), PERSON));

    find("#rows thead a").click();
    browser.await(ExpectedConditions.urlContains("sort="));
    assertThat(find("#rows th[aria-sort]").getDomAttribute("aria-sort")).endsWith("ending");

    find("#editor").click();
    browser.editorShowing("SELECT");
    assertThat(browser.rowsOfTheQuery()).anyMatch(row -> row.contains(PERSON));
    browser.errors(); // The editor asks prefix.cc for prefixes, which the browser refuses.
  }

  @Test
  void aPersonsPageLeadsToTheNetwork() {
    open(PERSON_PAGE);
    browser.visible(By.linkText("network")).click();
    assertThat(find("h1").getText()).contains(PERSON);
    browser.await(ExpectedConditions.presenceOfElementLocated(By.cssSelector("#drawing .sign")));
    find("#zoom-in").click();
    find("#drawing").sendKeys(Keys.ARROW_LEFT, "0");
    find(".picture-table a[href^='/id/']").click();
    assertThat(find("h1").getText()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({"timeline", "map", "network"})
  void aPictureIsDrawnAndHasItsTable(String picture) {
    open("start/" + picture);
    browser.await(ExpectedConditions.presenceOfElementLocated(By.cssSelector("#drawing .sign")));
    assertThat(find(".picture-table").getText()).isNotBlank();
    assertThat(find("#shown").getText()).contains("shown");
  }

  @ParameterizedTest
  @CsvSource({
    "start, start/",
    "search, start/search?q=minister",
    "question, start/query/who-holds-office",
    "person, " + PERSON_PAGE,
    "country, id/country/pa",
    "article, ARTICLE",
    "network, start/network",
    "timeline, start/timeline",
    "map, start/map",
    "ontology, ontology",
    "nothing, start/search?q=zzzz",
    "missing, id/official/nobody"
  })
  void everybodyCanReadThePages(String name, String path) throws IOException {
    openStart();
    String address = path.equals("ARTICLE") ? article() : path;
    for (boolean dark : new boolean[] {false, true}) {
      for (int width : new int[] {1280, 360}) {
        browser.look(dark, width, 900);
        open(address);
        browser.settle();
        assertThat(browser.violations())
            .as("%s, %s, %d wide", name, dark ? "dark" : "light", width)
            .extracting(PagesIT::told)
            .isEmpty();
        assertThat(browser.overflow()).as(name + " at " + width).isLessThanOrEqualTo(0);
        picture(name, dark, width);
      }
    }
    if (name.equals("missing")) {
      browser.errors(); // The browser complains of the 404 that was asked for.
    }
  }

  private String article() {
    open(PERSON_PAGE);
    WebElement summary = find("[aria-labelledby=holdsOffice] .fact summary");
    summary.click();
    return String.valueOf(
            find("[aria-labelledby=holdsOffice] .fact a[href^='/id/article/']")
                .getDomAttribute("href"))
        .substring(1);
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream()
            .map(CheckedNode::getHtml)
            .limit(3)
            .collect(Collectors.joining(" | "));
  }

  private void picture(String name, boolean dark, int width) throws IOException {
    Optional<String> folder = Optional.ofNullable(System.getProperty("chancery.screenshots"));
    if (folder.isPresent()) {
      Path file =
          Path.of(
              folder.get(), name + (dark ? "-dark" : "") + (width < 500 ? "-narrow" : "") + ".png");
      Files.createDirectories(Path.of(folder.get()));
      Files.write(file, browser.screenshot());
    }
  }
}
