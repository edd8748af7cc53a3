package org.chancery.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The lines of a JSON Lines file, one at a time: no more than one is held. Blank lines are passed
 * over, and counted.
 */
final class JsonLines implements Records {
  private final String source;
  private final InputStream in;
  private final JsonFields fields;
  private int number;
  private boolean blank = true;
  private boolean ended;

  /**
   * Makes them.
   *
   * @param in from the start of the file, unpacked; closed at its end
   */
  JsonLines(String source, InputStream in, JsonFields fields) {
    this.source = source;
    this.in = in;
    this.fields = fields;
  }

  @Override
  public Optional<Item> next() {
    while (!ended) {
      try {
        Optional<Item> item = readLine();
        if (item.isPresent()) {
          return item;
        }
      } catch (Decoder.Unreadable e) {
        return Optional.of(told(e.code(), e.reason()));
      } catch (IOException e) {
        close();
        // The articles before this line are good; those after it are out of reach.
        return Optional.of(new Item.Told(Unpacked.broken(source, OptionalInt.of(number), e)));
      }
    }
    return Optional.empty();
  }

  private Item told(String code, String reason) {
    return new Item.Told(new Read.Rejected(source, OptionalInt.of(number), code, reason));
  }

  private Optional<Item> readLine() throws IOException, Decoder.Unreadable {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    number++;
    int octet = in.read();
    while (octet >= 0 && octet != '\n') {
      if (line.size() <= ArticleReader.MAX_BYTES) {
        line.write(octet);
      }
      octet = in.read();
    }
    if (octet < 0) {
      close();
    }
    if (line.size() > ArticleReader.MAX_BYTES) {
      throw new Decoder.Unreadable(
          "too-large",
          "the line is larger than %d bytes. Split the article".formatted(ArticleReader.MAX_BYTES));
    }
    byte[] bytes = withoutReturn(line.toByteArray());
    if (!isBlank(bytes)) {
      blank = false;
      return Optional.of(new Item.Found(draft(bytes)));
    }
    return ended && blank
        ? Optional.of(
            new Item.Told(
                new Read.Rejected(source, "empty", "the file holds no line with an article")))
        : Optional.empty();
  }

  private Draft draft(byte[] bytes) throws Decoder.Unreadable {
    JsonLine line = JsonLine.of(bytes, fields);
    // With other fields the same line is another article.
    String hash = Hash.of(bytes, fields.mark().getBytes(StandardCharsets.UTF_8));
    return new Draft(
        OptionalInt.of(number),
        line.id(),
        line.head(),
        line.body(),
        hash,
        bytes.length,
        line.warnings());
  }

  /** The line as it is where line ends are a single character. */
  private static byte[] withoutReturn(byte[] line) {
    int length = line.length;
    return length > 0 && line[length - 1] == '\r' ? Arrays.copyOf(line, length - 1) : line;
  }

  private static boolean isBlank(byte[] line) {
    for (byte octet : line) {
      if (octet != ' ' && octet != '\t') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    ended = true;
    Records.release(in);
  }
}
