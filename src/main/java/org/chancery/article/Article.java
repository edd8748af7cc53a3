package org.chancery.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text that was read.
 *
 * @param id the file's name without its extension, or what a line of a JSON Lines file gives as its
 *     id; unique in a corpus
 * @param text the whole text, zones and all; every offset counts its UTF-16 code units from 0. Of a
 *     line of a JSON Lines file it is the title, {@code date YYYY-MM-DD} and the text below them
 * @param contentHash SHA-256 of the bytes read, file or line, in lower-case hexadecimal
 * @param zones in the order of the text, without overlap; what no zone covers is blank
 * @param title the headline's words, if the text has one
 * @param publishedOn the day of publication, only where header, dateline, caption or a field of its
 *     own state it
 * @param datelinePlace the place that the dateline names, as written
 */
public record Article(
    String id,
    String text,
    String contentHash,
    List<Zone> zones,
    Optional<String> title,
    Optional<LocalDate> publishedOn,
    Optional<String> datelinePlace) {
  public Article {
    zones = List.copyOf(zones);
  }

  /** The zones of one kind, in the order of the text. */
  public Stream<Zone> zones(Zone.Kind kind) {
    return zones.stream().filter(zone -> zone.kind() == kind);
  }
}
