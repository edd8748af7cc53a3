package org.chancery.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.parser.Parser;

/**
 * The entries of an RSS or Atom feed, one at a time. Entities of a document type are not expanded,
 * and nothing is fetched; those of HTML are known.
 */
final class Feed implements Records {
  private static final Set<String> ENTRIES = Set.of("item", "entry");

  /** Elements of HTML that stand in a feed as they are. */
  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  /** What an entry tells. */
  private enum Part {
    ID,
    LINK,
    TITLE,
    PUBLISHED,
    UPDATED,
    AUTHOR,
    FULL,
    SUMMARY
  }

  private final String source;
  private final InputStream in;
  private Optional<XMLStreamReader> xml = Optional.empty();
  private int number;
  private boolean ended;

  /**
   * Makes it.
   *
   * @param in from the start of the file, unpacked; closed at its end
   */
  Feed(String source, InputStream in) {
    this.source = source;
    this.in = in;
  }

  @Override
  public Optional<Item> next() {
    if (ended) {
      return Optional.empty();
    }
    try {
      if (xml.isEmpty()) {
        xml = Optional.of(factory().createXMLStreamReader(in));
      }
      XMLStreamReader reader = xml.orElseThrow();
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && ENTRIES.contains(reader.getLocalName())) {
          number++;
          return Optional.of(entry(reader));
        }
      }
      close();
      return number > 0
          ? Optional.empty()
          : Optional.of(
              new Item.Told(
                  new Read.Rejected(
                      source, "empty", "the file holds no entry of a feed. Pass RSS or Atom")));
    } catch (XMLStreamException e) {
      close();
      return Optional.of(new Item.Told(broken(e)));
    } catch (RuntimeException e) {
      // The parser of the JDK ends so on some broken documents.
      close();
      return Optional.of(new Item.Told(invalid("")));
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    return factory;
  }

  private Read broken(XMLStreamException e) {
    if (e.getNestedException() instanceof IOException io
        && !(io instanceof java.io.CharConversionException)) {
      return Unpacked.broken(source, record(), io);
    }
    return invalid(e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNumber());
  }

  private Read invalid(String where) {
    return new Read.Rejected(
        source,
        record(),
        "invalid-feed",
        "no valid XML%s; what follows is not read. Mend the file".formatted(where));
  }

  private OptionalInt record() {
    return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
  }

  private Item entry(XMLStreamReader reader) throws XMLStreamException {
    Map<Part, String> parts = new EnumMap<>(Part.class);
    try {
      read(reader, parts);
      return new Item.Found(draft(parts));
    } catch (Decoder.Unreadable e) {
      return new Item.Told(new Read.Rejected(source, record(), e.code(), e.reason()));
    }
  }

  private static void read(XMLStreamReader reader, Map<Part, String> parts)
      throws XMLStreamException, Decoder.Unreadable {
    Optional<Decoder.Unreadable> defect = Optional.empty();
    int depth = 1;
    while (depth > 0 && reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        try {
          Optional<Part> part = part(reader);
          if (part.isEmpty()) {
            depth++;
          } else {
            Optional<String> link = link(reader);
            String text = content(reader);
            parts.merge(
                part.get(), link.orElse(text), (first, second) -> first.isBlank() ? second : first);
          }
        } catch (Decoder.Unreadable e) {
          // The other entries are to be found all the same.
          defect = Optional.of(e);
        }
      }
    }
    if (defect.isPresent()) {
      throw defect.get();
    }
  }

  private static Optional<Part> part(XMLStreamReader reader) {
    String space = Optional.ofNullable(reader.getNamespaceURI()).orElse("");
    String name = reader.getLocalName();
    if (space.equals(CONTENT)) {
      return name.equals("encoded") ? Optional.of(Part.FULL) : Optional.empty();
    }
    if (space.equals(DUBLIN_CORE)) {
      return switch (name) {
        case "date" -> Optional.of(Part.PUBLISHED);
        case "creator" -> Optional.of(Part.AUTHOR);
        default -> Optional.empty();
      };
    }
    boolean atom = space.equals(ATOM);
    if (!atom && !space.isEmpty() && !space.startsWith("http://purl.org/rss/1.0/")) {
      return Optional.empty();
    }
    return switch (name) {
      case "guid", "id" -> Optional.of(Part.ID);
      case "link" -> isArticle(reader) ? Optional.of(Part.LINK) : Optional.empty();
      case "title" -> Optional.of(Part.TITLE);
      case "pubDate", "published", "issued" -> Optional.of(Part.PUBLISHED);
      case "updated" -> Optional.of(Part.UPDATED);
      case "author" -> atom ? Optional.empty() : Optional.of(Part.AUTHOR);
      case "name" -> Optional.of(Part.AUTHOR);
      case "content" -> Optional.of(Part.FULL);
      case "description", "summary" -> Optional.of(Part.SUMMARY);
      default -> Optional.empty();
    };
  }

  private static boolean isArticle(XMLStreamReader reader) {
    String relation = reader.getAttributeValue(null, "rel");
    return relation == null || relation.equals("alternate");
  }

  private static Optional<String> link(XMLStreamReader reader) {
    return reader.getLocalName().equals("link")
        ? Optional.ofNullable(reader.getAttributeValue(null, "href"))
        : Optional.empty();
  }

  /** The characters of an element, elements of XHTML in it written out again. */
  private static String content(XMLStreamReader reader)
      throws XMLStreamException, Decoder.Unreadable {
    StringBuilder text = new StringBuilder();
    boolean markup = "xhtml".equals(reader.getAttributeValue(null, "type"));
    boolean plain = "text".equals(reader.getAttributeValue(null, "type"));
    boolean tooLarge = false;
    boolean unknown = false;
    int depth = 1;
    while (depth > 0 && reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (markup && XHTML.equals(reader.getNamespaceURI())) {
            text.append('<').append(reader.getLocalName()).append('>');
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          if (depth > 0 && markup && XHTML.equals(reader.getNamespaceURI())) {
            text.append("</").append(reader.getLocalName()).append('>');
          }
        }
        case XMLStreamConstants.ENTITY_REFERENCE -> {
          String entity = "&" + reader.getLocalName() + ";";
          String known = Parser.unescapeEntities(entity, false);
          unknown |= known.equals(entity);
          text.append(markup ? escaped(known) : known);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          String words = reader.getText();
          text.append(markup || plain ? escaped(words) : words);
        }
        default -> {
          // Comments and processing instructions are no text.
        }
      }
      if (text.length() > ArticleReader.MAX_BYTES) {
        tooLarge = true;
        text.setLength(0);
      }
    }
    if (tooLarge) {
      throw new Decoder.Unreadable(
          "too-large",
          "the entry is larger than %d characters. Split the article"
              .formatted(ArticleReader.MAX_BYTES));
    }
    if (unknown) {
      throw new Decoder.Unreadable(
          "invalid-feed", "the entry uses an entity that HTML does not have. Spell it out");
    }
    return text.toString();
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;");
  }

  private Draft draft(Map<Part, String> parts) throws Decoder.Unreadable {
    String id =
        Page.line(parts.getOrDefault(Part.ID, parts.getOrDefault(Part.LINK, "")))
            .map(OneLine::of)
            .orElse("");
    if (id.isEmpty()) {
      throw new Decoder.Unreadable(
          "missing-field", "the entry has neither guid, id nor link. Give it an id of its own");
    }
    Optional<String> full = Optional.ofNullable(parts.get(Part.FULL)).filter(it -> !it.isBlank());
    Optional<String> content =
        full.or(() -> Optional.ofNullable(parts.get(Part.SUMMARY))).filter(it -> !it.isBlank());
    Page page =
        content
            .map(Page::of)
            .orElseThrow(
                () ->
                    new Decoder.Unreadable(
                        "no-text", "the entry has no text. Pass a feed with full texts"));
    if (Decoder.isBlank(page.text())) {
      throw new Decoder.Unreadable("blank", "the entry holds nothing but blanks. Fill it in");
    }
    List<Read.Warning> warnings = new ArrayList<>(page.warnings());
    if (full.isEmpty()) {
      warnings.add(
          new Read.Warning("summary", "the feed has no full text of it; its summary is read"));
    }
    return new Draft(
        record(),
        id,
        head(parts),
        withoutWatermark(page.text()),
        hash(parts),
        size(parts),
        warnings);
  }

  private static Head head(Map<Part, String> parts) {
    Optional<LocalDate> day =
        Optional.ofNullable(parts.get(Part.PUBLISHED))
            .flatMap(PublishedDay::of)
            .or(() -> Optional.ofNullable(parts.get(Part.UPDATED)).flatMap(PublishedDay::of));
    return new Head(
        Optional.ofNullable(parts.get(Part.TITLE)).map(MainText::of).flatMap(Page::line),
        day,
        Optional.ofNullable(parts.get(Part.AUTHOR)).map(MainText::of).flatMap(Page::line),
        Optional.ofNullable(parts.get(Part.LINK))
            .flatMap(Address::of)
            .or(() -> Optional.ofNullable(parts.get(Part.ID)).flatMap(Address::of)));
  }

  /** Makers of feeds append "The post … appeared first on …." to each text. */
  private static String withoutWatermark(String text) {
    int last = text.lastIndexOf("\n\n");
    return last > 0
            && text.substring(last + 2).matches("(?s)The post .{1,500} appeared first on .{1,200}")
        ? text.substring(0, last)
        : text;
  }

  /** A feed changes with every entry that comes; an entry is what it tells. */
  private static String hash(Map<Part, String> parts) {
    StringBuilder all = new StringBuilder();
    parts.forEach((part, text) -> all.append(part).append('\0').append(text).append('\0'));
    return Hash.of(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static long size(Map<Part, String> parts) {
    return parts.values().stream().mapToLong(String::length).sum();
  }

  @Override
  public void close() {
    ended = true;
    Records.release(in);
  }
}
