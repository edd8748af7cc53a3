package org.chancery.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.chancery.article.Article;
import org.chancery.article.Origin;
import org.chancery.article.Span;
import org.chancery.article.Zone;
import org.chancery.claims.Argument;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Claim;
import org.chancery.claims.Names;
import org.chancery.claims.Referent;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/**
 * A reading as bytes and back, exactly. The article's text stands there once; what quotes it is
 * offsets. Names of constants stand in place of their numbers, so that new ones may come anywhere.
 */
final class ReadingCodec {
  /** Goes up with every change below: a record of another format is refused. */
  static final int FORMAT = 2;

  /** The oldest format that is still read: it does not tell where an article came from. */
  private static final int OLDEST = 1;

  private static final List<Class<? extends Referent>> REFERENTS =
      List.of(
          Referent.Official.class,
          Referent.Office.class,
          Referent.Country.class,
          Referent.City.class,
          Referent.Organization.class,
          Referent.Place.class,
          Referent.Agreement.class,
          Referent.Meeting.class,
          Referent.Topic.class,
          Referent.Quotation.class);

  private ReadingCodec() {}

  static byte[] encode(ArticleReading reading) {
    try {
      Writer writer = new Writer(reading.article().text());
      writer.reading(reading);
      return writer.out.bytes();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * @throws IOException if the bytes are no record of this format
   */
  static ArticleReading decode(byte[] bytes) throws IOException {
    try {
      Wire.In in = new Wire.In(bytes);
      int format = in.number();
      if (format < OLDEST || format > FORMAT) {
        throw new IOException("format " + format);
      }
      ArticleReading reading = new Reader(in, format).reading();
      if (!in.atEnd()) {
        throw new IOException("bytes left over");
      }
      return reading;
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException broken) {
      throw new IOException(broken);
    }
  }

  private static final class Writer {
    private final String text;
    private final Wire.Out out = new Wire.Out();

    Writer(String text) {
      this.text = text;
    }

    void reading(ArticleReading reading) throws IOException {
      out.number(FORMAT);
      article(reading.article());
      out.list(reading.referents().entrySet(), reading.referents().size(), this::referent);
      out.list(reading.claims(), reading.claims().size(), this::claim);
      out.list(reading.silent(), reading.silent().size(), this::span);
    }

    private void article(Article article) throws IOException {
      out.text(article.id());
      out.text(article.text());
      out.text(article.contentHash());
      out.list(
          article.zones(),
          article.zones().size(),
          (Zone zone) -> {
            out.name(zone.kind());
            span(zone.span());
          });
      out.optional(article.title(), out::word);
      out.optional(article.publishedOn(), out::day);
      out.optional(article.datelinePlace(), out::word);
      Origin origin = article.origin();
      out.text(origin.file());
      out.number(origin.record().orElse(0));
      out.optional(origin.url(), out::text);
    }

    private void referent(Map.Entry<String, Referent> entry) throws IOException {
      Referent referent = entry.getValue();
      out.word(entry.getKey());
      out.number(REFERENTS.indexOf(referent.getClass()));
      out.word(referent.key());
      if (referent instanceof Referent.Named named) {
        Names names = named.names();
        out.word(names.best());
        out.list(names.others(), names.others().size(), out::word);
      }
      if (referent instanceof Referent.Office office) {
        out.word(office.title());
        out.optional(office.serves(), out::word);
      } else if (referent instanceof Referent.Country country) {
        out.word(country.code());
      } else if (referent instanceof Referent.City city) {
        out.optional(city.country(), out::word);
        out.optional(city.geonames(), (Long id) -> out.number(id.longValue()));
      } else if (referent instanceof Referent.Organization organization) {
        out.optional(organization.country(), out::word);
      } else if (referent instanceof Referent.Place place) {
        out.optional(place.country(), out::word);
      } else if (referent instanceof Referent.Agreement agreement) {
        out.flag(agreement.named());
        out.optional(agreement.signedOn(), out::day);
        out.list(agreement.parties(), agreement.parties().size(), out::word);
      } else if (referent instanceof Referent.Meeting meeting) {
        out.flag(meeting.named());
        out.optional(meeting.heldOn(), out::day);
        out.optional(meeting.city(), out::word);
        out.list(meeting.participants(), meeting.participants().size(), out::word);
      } else if (referent instanceof Referent.Quotation quotation) {
        span(quotation.span());
        boolean asItStands =
            quotation.span().end() <= text.length()
                && quotation.span().of(text).equals(quotation.words());
        out.flag(asItStands);
        if (!asItStands) {
          out.word(quotation.words());
        }
      }
    }

    private void claim(Claim claim) throws IOException {
      out.word(claim.subject());
      out.name(claim.predicate());
      if (claim.object() instanceof Argument.Thing thing) {
        out.number(0);
        out.word(thing.key());
      } else if (claim.object() instanceof Argument.Day day) {
        out.number(1);
        out.day(day.date());
      } else if (claim.object() instanceof Argument.Words words) {
        out.number(2);
        out.word(words.text());
      } else {
        throw new AssertionError("no bytes for " + claim.object());
      }
      out.name(claim.status());
      out.flag(claim.acting());
      out.word(claim.rule());
      out.real(claim.confidence());
      out.list(claim.evidence(), claim.evidence().size(), this::span);
    }

    private void span(Span span) throws IOException {
      out.number(span.start());
      out.number(span.end() - span.start());
    }
  }

  private static final class Reader {
    private final Wire.In in;
    private final int format;
    private String text = "";

    Reader(Wire.In in, int format) {
      this.in = in;
      this.format = format;
    }

    ArticleReading reading() throws IOException {
      Article article = article();
      Map<String, Referent> referents = new LinkedHashMap<>();
      int size = in.number();
      for (int i = 0; i < size; i++) {
        String key = in.word();
        referents.put(key, referent());
      }
      List<Claim> claims = in.list(this::claim);
      return new ArticleReading(article, referents, claims, in.list(this::span));
    }

    private Article article() throws IOException {
      String id = in.text();
      text = in.text();
      String hash = in.text();
      List<Zone> zones = in.list(() -> new Zone(in.name(Zone.Kind.class), span()));
      return new Article(
          id,
          text,
          hash,
          zones,
          in.optional(in::word),
          in.optional(in::day),
          in.optional(in::word),
          format == OLDEST ? Origin.UNKNOWN : origin());
    }

    private Origin origin() throws IOException {
      String file = in.text();
      int record = in.number();
      return new Origin(
          file, record == 0 ? OptionalInt.empty() : OptionalInt.of(record), in.optional(in::text));
    }

    private Referent referent() throws IOException {
      Class<? extends Referent> kind = REFERENTS.get(in.number());
      String key = in.word();
      if (kind == Referent.Quotation.class) {
        Span span = span();
        return new Referent.Quotation(key, in.flag() ? span.of(text) : in.word(), span);
      }
      Names names = new Names(in.word(), new TreeSet<>(in.list(in::word)));
      if (kind == Referent.Official.class) {
        return new Referent.Official(key, names);
      }
      if (kind == Referent.Office.class) {
        return new Referent.Office(key, names, in.word(), in.optional(in::word));
      }
      if (kind == Referent.Country.class) {
        return new Referent.Country(key, names, in.word());
      }
      if (kind == Referent.City.class) {
        return new Referent.City(key, names, in.optional(in::word), in.optional(in::longNumber));
      }
      if (kind == Referent.Organization.class) {
        return new Referent.Organization(key, names, in.optional(in::word));
      }
      if (kind == Referent.Place.class) {
        return new Referent.Place(key, names, in.optional(in::word));
      }
      if (kind == Referent.Agreement.class) {
        return new Referent.Agreement(
            key, names, in.flag(), in.optional(in::day), new TreeSet<>(in.list(in::word)));
      }
      if (kind == Referent.Meeting.class) {
        return new Referent.Meeting(
            key,
            names,
            in.flag(),
            in.optional(in::day),
            in.optional(in::word),
            new TreeSet<>(in.list(in::word)));
      }
      return new Referent.Topic(key, names);
    }

    private Claim claim() throws IOException {
      String subject = in.word();
      Predicate predicate = in.name(Predicate.class);
      Argument object =
          switch (in.number()) {
            case 0 -> new Argument.Thing(in.word());
            case 1 -> new Argument.Day(in.day());
            case 2 -> new Argument.Words(in.word());
            default -> throw new IOException("an argument of another kind");
          };
      return new Claim(
          subject,
          predicate,
          object,
          in.name(Status.class),
          in.flag(),
          in.word(),
          in.real(),
          in.list(this::span));
    }

    private Span span() throws IOException {
      int start = in.number();
      return new Span(start, start + in.number());
    }
  }
}
