package org.chancery.article;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A file that is one article: a text or a page. */
final class WholeFile implements Records {
  private final String source;
  private final String id;
  private final InputStream in;
  private final boolean page;
  private boolean ended;

  /**
   * Makes it.
   *
   * @param in from the start of the file, unpacked
   * @param page whether it is HTML
   */
  WholeFile(String source, String id, InputStream in, boolean page) {
    this.source = source;
    this.id = id;
    this.in = in;
    this.page = page;
  }

  @Override
  public Optional<Item> next() {
    if (ended) {
      return Optional.empty();
    }
    try {
      byte[] bytes = in.readNBytes(ArticleReader.MAX_BYTES + 1);
      if (bytes.length > ArticleReader.MAX_BYTES) {
        throw new Decoder.Unreadable(
            "too-large", "larger than %d bytes. Split the file".formatted(ArticleReader.MAX_BYTES));
      }
      return Optional.of(new Item.Found(draft(bytes)));
    } catch (Decoder.Unreadable e) {
      return Optional.of(new Item.Told(new Read.Rejected(source, e.code(), e.reason())));
    } catch (IOException e) {
      return Optional.of(new Item.Told(Unpacked.broken(source, OptionalInt.empty(), e)));
    } finally {
      close();
    }
  }

  private Draft draft(byte[] bytes) throws Decoder.Unreadable {
    if (!page) {
      return draft(bytes, Head.NONE, Decoder.text(bytes), List.of());
    }
    WebPage read = WebPage.of(bytes, Optional.empty());
    return draft(bytes, read.page().head(), read.page().text(), read.warnings());
  }

  private Draft draft(byte[] bytes, Head head, String body, List<Read.Warning> warnings) {
    return new Draft(OptionalInt.empty(), id, head, body, Hash.of(bytes), bytes.length, warnings);
  }

  @Override
  public void close() {
    ended = true;
    Records.release(in);
  }
}
