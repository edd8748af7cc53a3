package org.chancery.bench;

import edu.stanford.nlp.process.PTBTokenizer;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.article.Article;
import org.chancery.article.ArticleReader;
import org.chancery.article.Read;
import org.chancery.article.Zoner;

/**
 * The articles of a run, each as often as asked, in one order for every contestant.
 *
 * @param articles as read once; the contestants zone or tokenize their texts anew
 * @param tokens of all texts whole, headlines and furniture too, by CoreNLP's tokenizer: one
 *     measure of length for both contestants, whatever they pass over
 */
record Corpus(List<Article> articles, long tokens) {
  Corpus {
    articles = List.copyOf(articles);
  }

  /**
   * Reads the articles.
   *
   * @param repeat how often each is in the corpus, under an id of its own
   * @throws UserException if a path is not there or a file cannot be read
   */
  static Corpus read(List<Path> paths, int repeat) {
    List<Article> once = new ArrayList<>();
    for (Read read : (Iterable<Read>) new ArticleReader(Zoner.standard()).read(paths)::iterator) {
      if (read instanceof Read.Rejected no) {
        throw new UserException(
            ExitCode.DATA,
            "%s: %s. Take it out of the benchmark".formatted(no.source(), no.reason()));
      }
      if (read instanceof Read.Ok ok) {
        once.add(ok.article());
      }
    }
    List<Article> articles = new ArrayList<>();
    for (int copy = 1; copy <= repeat; copy++) {
      for (Article article : once) {
        articles.add(
            new Article(
                article.id() + "-" + copy,
                article.text(),
                article.contentHash(),
                article.zones(),
                article.title(),
                article.publishedOn(),
                article.datelinePlace()));
      }
    }
    long tokens = once.stream().mapToLong(article -> length(article.text())).sum() * repeat;
    return new Corpus(articles, tokens);
  }

  /** Of a text in tokens, by CoreNLP's tokenizer. */
  static long length(String text) {
    return PTBTokenizer.newPTBTokenizer(new StringReader(text)).tokenize().size();
  }
}
