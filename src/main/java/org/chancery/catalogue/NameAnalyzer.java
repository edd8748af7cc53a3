package org.chancery.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Takes names apart into words without case and accents. */
final class NameAnalyzer extends Analyzer {
  /** Between initials: {@code U.S.} is one word, and the same as {@code US}. */
  private static final Pattern DOT =
      Pattern.compile("(?<=(?:^|[^\\p{L}])\\p{L})\\.(?=\\p{L}(?!\\p{L}))");

  @Override
  protected TokenStreamComponents createComponents(String field) {
    StandardTokenizer words = new StandardTokenizer();
    return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
  }

  /** The name as fields are to have it. */
  static String plain(String name) {
    return DOT.matcher(name).replaceAll("");
  }

  /** The words of a name, in order. */
  List<String> words(String name) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = tokenStream("", plain(name))) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(word.toString());
      }
      stream.end();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return words;
  }
}
