package org.chancery.cli;

import java.util.ArrayList;
import java.util.List;
import org.chancery.article.ArticleReader;
import org.chancery.article.JsonFields;
import picocli.CommandLine.Option;

/** How inputs are taken; the same for all commands that read them. */
final class InputOptions {
  @Option(
      names = "--field",
      paramLabel = "PART=NAME",
      description =
          "Which field of JSON Lines holds what: id, title, published, text, html, url or author,"
              + " such as text=story. May be given several times.")
  private List<String> fields = new ArrayList<>();

  @Option(names = "--follow", description = "Follows symbolic links inside folders.")
  private boolean follow;

  ArticleReader.Options options() {
    return new ArticleReader.Options(JsonFields.of(fields), follow);
  }
}
