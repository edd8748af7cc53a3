package org.chancery.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MainTextTest {
  @Test
  void paragraphsHaveABlankLineBetweenThem() {
    assertReads(
        "<p>One\n one.</p>\n\n<p>Two <b>two</b>.</p>Three.", "One one.\n\nTwo two.\n\nThree.");
    assertReads("<h2>Head</h2><ul><li>a</li><li>b</li></ul>", "Head\n\na\n\nb");
    assertReads("<table><tr><td>a</td><td>b</td></tr></table>", "a\n\nb");
  }

  @Test
  void lineBreaksStay() {
    assertReads("<p>Accra, <br>Ghana<br><br>May 3</p>", "Accra,\nGhana\n\nMay 3");
  }

  @Test
  void wordsAreNotTornApart() {
    assertReads("<p>Sign<em>ed</em> <a href=x>here</a>.", "Signed here.");
  }

  @Test
  void entitiesAreDecoded() {
    assertReads("<p>Malta&#8217;s caf&eacute; &lt;&amp;&gt; A&nbsp;B", "Malta’s café <&> A\u00a0B");
  }

  @Test
  void whatIsNotToBeReadIsAbsent() {
    assertReads(
        "<title>t</title><style>s</style><p>Kept.<script>x</script><!-- c --><p hidden>h</p>"
            + "<div style='color:red; DISPLAY : none'>d</div><nav>n</nav><form>f</form>"
            + "<template>t</template><noscript>no</noscript>",
        "Kept.");
    assertReads("<p>Kept.</p><script>cut off", "Kept.");
  }

  @Test
  void theArticleOfAPageIsAllThatIsRead() {
    assertReads("<p>Menu</p><main><p>News</p></main><p>End</p>", "News");
    assertReads("<article>One</article><article>Two</article>", "One\n\nTwo");
  }

  @Test
  void deepNestingCostsNeitherStackNorTime() {
    String deep = "<div>".repeat(100_000) + "The envoys met." + "<i>".repeat(100_000);
    String read = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> MainText.of(deep));
    assertThat(read).isEqualTo("The envoys met.");
  }

  private static void assertReads(String html, String text) {
    assertThat(MainText.of(html)).isEqualTo(text);
  }
}
