package org.chancery.article;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In what form a file holds articles: by how it begins, and where that says nothing, by name. */
enum Format {
  TEXT,
  PAGE,
  LINES,
  ARCHIVE,
  FEED;

  /** How many bytes of a file are looked at. */
  static final int START = 4096;

  private static final Map<String, Format> BY_NAME =
      Map.ofEntries(
          Map.entry("txt", TEXT),
          Map.entry("text", TEXT),
          Map.entry("html", PAGE),
          Map.entry("htm", PAGE),
          Map.entry("xhtml", PAGE),
          Map.entry("jsonl", LINES),
          Map.entry("ndjson", LINES),
          Map.entry("warc", ARCHIVE),
          Map.entry("rss", FEED),
          Map.entry("atom", FEED),
          Map.entry("xml", FEED));

  /**
   * What may come before the first element that means something. What one part took it keeps:
   * otherwise many declarations, one after the other, would be parted in all ways there are.
   */
  private static final Pattern ROOT =
      Pattern.compile(
          "\\s*+(?>(?:<\\?[^>]{0,500}+>|<!--.{0,1500}?-->|<!doctype[^>\\[]{0,300}+(?:\\[.{0,1500}?\\]\\s*+)?>)\\s*+){0,9}+<(?:[\\w-]{1,20}:)?(rss|feed|rdf|html|head|body)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern PAGE_TYPE =
      Pattern.compile("\\s*<!doctype\\s+html\\b", Pattern.CASE_INSENSITIVE);

  /** For people. */
  static final String NAMES =
      ".txt, .html, .jsonl, .warc, .rss, .atom and .xml, packed (.gz) or not";

  /** What files of such a name hold, packed or not; empty for names that say nothing. */
  static Optional<Format> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String bare = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    return Optional.ofNullable(BY_NAME.get(bare.substring(bare.lastIndexOf('.') + 1)))
        .filter(format -> bare.indexOf('.') >= 0);
  }

  /**
   * The form of one file.
   *
   * @param start its first bytes, unpacked
   */
  static Format of(Optional<Format> named, byte[] start) {
    String text = start(start);
    if (text.startsWith("WARC/")) {
      return ARCHIVE;
    }
    // Each line of such a file may say what it likes.
    if (named.equals(Optional.of(LINES)) || named.equals(Optional.of(ARCHIVE))) {
      return named.get();
    }
    if (PAGE_TYPE.matcher(text).lookingAt()) {
      return PAGE;
    }
    Matcher root = ROOT.matcher(text);
    if (root.lookingAt()) {
      String element = root.group(1).toLowerCase(Locale.ROOT);
      return List.of("rss", "feed", "rdf").contains(element) ? FEED : PAGE;
    }
    return named.orElse(text.stripLeading().startsWith("{\"") ? LINES : TEXT);
  }

  private static String start(byte[] start) {
    boolean big = start.length > 1 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF;
    boolean little = start.length > 1 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE;
    if (big || little) {
      return new String(start, StandardCharsets.UTF_16);
    }
    String text = new String(start, StandardCharsets.ISO_8859_1);
    return text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
  }
}
