package org.chancery.article;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** The pages of a web archive, one at a time; an article's id is the address that it came from. */
final class WebArchive implements Records {
  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");

  private final String source;
  private final InputStream in;
  private final WarcFrames frames;
  private int number;
  private boolean ended;

  /**
   * Makes it.
   *
   * @param in from the start of the file, unpacked; closed at its end
   */
  WebArchive(String source, InputStream in) {
    this.source = source;
    this.in = in;
    this.frames = new WarcFrames(in);
  }

  @Override
  public Optional<Item> next() {
    if (ended) {
      return Optional.empty();
    }
    try {
      Optional<WarcFrames.Frame> frame = frames.next();
      if (frame.isEmpty()) {
        close();
        return number > 0
            ? Optional.empty()
            : Optional.of(rejected("empty", "the file holds no record of a web archive"));
      }
      number++;
      return Optional.of(item(frame.get()));
    } catch (EOFException e) {
      // The packed kind of end and the plain one look alike here.
      number++;
      close();
      return Optional.of(
          rejected("cut-off", "the archive ends within this record. Fetch the file again"));
    } catch (IOException e) {
      number++;
      close();
      return Optional.of(new Item.Told(Unpacked.broken(source, OptionalInt.of(number), e)));
    }
  }

  private Item item(WarcFrames.Frame frame) {
    try {
      return record(frame);
    } catch (Decoder.Unreadable e) {
      return rejected(e.code(), e.reason());
    } catch (IOException | RuntimeException e) {
      return rejected("invalid-warc", "the record is malformed. Fetch it again");
    }
  }

  private Item record(WarcFrames.Frame frame) throws IOException, Decoder.Unreadable {
    InputStream bytes =
        new SequenceInputStream(
            new ByteArrayInputStream(frame.header()),
            new ByteArrayInputStream(frame.content().orElse(new byte[0])));
    try (WarcReader reader = new WarcReader(bytes)) {
      WarcRecord record =
          reader
              .next()
              .orElseThrow(() -> new Decoder.Unreadable("invalid-warc", "the record is empty"));
      if (!(record instanceof WarcResponse response)) {
        return skipped("other-record", "a record of type " + OneLine.of(record.type()));
      }
      if (frame.content().isEmpty()) {
        throw new Decoder.Unreadable(
            "too-large", "the record is larger than %d bytes".formatted(ArticleReader.MAX_BYTES));
      }
      if (!frame.isSound()) {
        throw new Decoder.Unreadable("invalid-warc", "its Content-Length is wrong. Fetch it again");
      }
      if (!response.contentType().base().equals(MediaType.HTTP)) {
        return skipped("other-media", "no response of HTTP");
      }
      return response(response.target(), response.http());
    }
  }

  private Item response(String target, HttpResponse http) throws IOException, Decoder.Unreadable {
    if (http.status() != 200) {
      return skipped("other-status", "a response with status " + http.status());
    }
    String media = http.contentType().base().toString();
    boolean page = PAGES.contains(media);
    if (!page && !media.equals("text/plain")) {
      return skipped("other-media", "a response of type " + OneLine.of(media));
    }
    String id = OneLine.of(target);
    byte[] body = body(http);
    Optional<String> charset = Optional.ofNullable(http.contentType().parameters().get("charset"));
    Optional<String> url = Address.of(target);
    Head address = new Head(Optional.empty(), Optional.empty(), Optional.empty(), url);
    if (page) {
      WebPage read = WebPage.of(body, charset);
      return found(id, address.or(read.page().head()), read.page().text(), body, read.warnings());
    }
    Decoder.Decoded decoded = Decoder.page(body, charset);
    if (Decoder.isBlank(decoded.text())) {
      throw new Decoder.Unreadable("blank", "the response holds nothing but blanks");
    }
    return found(id, address, decoded.text(), body, decoded.warnings());
  }

  /** The body as it was before it was cut into chunks and packed for its way. */
  private static byte[] body(HttpResponse http) throws IOException, Decoder.Unreadable {
    try (InputStream stream = http.bodyDecoded().stream()) {
      byte[] body = stream.readNBytes(ArticleReader.MAX_BYTES + 1);
      if (body.length > ArticleReader.MAX_BYTES) {
        throw new Decoder.Unreadable(
            "too-large",
            "the page is larger than %d bytes. Leave it out".formatted(ArticleReader.MAX_BYTES));
      }
      if (body.length == 0) {
        throw new Decoder.Unreadable("empty", "the response is empty");
      }
      return body;
    }
  }

  private Item found(String id, Head head, String text, byte[] body, List<Read.Warning> warnings) {
    return new Item.Found(
        new Draft(OptionalInt.of(number), id, head, text, Hash.of(body), body.length, warnings));
  }

  private Item rejected(String code, String reason) {
    OptionalInt record = number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    return new Item.Told(new Read.Rejected(source, record, code, reason));
  }

  private Item skipped(String code, String reason) {
    return new Item.Told(new Read.Skipped(source, OptionalInt.of(number), code, reason));
  }

  @Override
  public void close() {
    ended = true;
    Records.release(in);
  }
}
