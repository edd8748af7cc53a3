package org.chancery.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text that was read.
 *
 * @param id the file's name without its extension, or what a line, an entry of a feed or a record
 *     of a web archive gives as its id or address; unique in a corpus
 * @param text the whole text, zones and all; every offset counts its UTF-16 code units from 0.
 *     Where the source has title, day and author in fields of their own, it is the title, {@code
 *     date YYYY-MM-DD}, {@code By AUTHOR} and the main text below them
 * @param contentHash SHA-256 of the bytes read, of a file, line, entry or record, in lower-case
 *     hexadecimal
 * @param zones in the order of the text, without overlap; what no zone covers is blank
 * @param title the headline's words, if the text has one
 * @param publishedOn the day of publication, only where header, dateline, caption or a field of its
 *     own state it
 * @param datelinePlace the place that the dateline names, as written
 * @param origin where it was read
 */
public record Article(
    String id,
    String text,
    String contentHash,
    List<Zone> zones,
    Optional<String> title,
    Optional<LocalDate> publishedOn,
    Optional<String> datelinePlace,
    Origin origin) {
  public Article {
    zones = List.copyOf(zones);
  }

  /** An article that came by no file. */
  public Article(
      String id,
      String text,
      String contentHash,
      List<Zone> zones,
      Optional<String> title,
      Optional<LocalDate> publishedOn,
      Optional<String> datelinePlace) {
    this(id, text, contentHash, zones, title, publishedOn, datelinePlace, Origin.UNKNOWN);
  }

  /** The zones of one kind, in the order of the text. */
  public Stream<Zone> zones(Zone.Kind kind) {
    return zones.stream().filter(zone -> zone.kind() == kind);
  }
}
