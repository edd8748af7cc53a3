package org.chancery.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.chancery.ExitCode;
import org.chancery.Reason;
import org.chancery.UserException;

/**
 * A file with data of others, read as a stream: RDF in one of the formats that are text, told by
 * the file's ending, or the tab-separated dump of GeoNames and after it its alternate names; each
 * may be packed with gzip.
 */
final class LocalFile {
  private static final String GZ = ".gz";

  /** Not the binary ones: what decodes them, Thrift, is not to meet the bytes of strangers. */
  private static final Set<Lang> FORMATS =
      Set.of(Lang.NTRIPLES, Lang.NQUADS, Lang.TURTLE, Lang.TRIG, Lang.RDFXML, Lang.JSONLD);

  private static final int GEONAMES_COLUMNS = 19;
  private static final Set<Integer> ALTERNATE_COLUMNS = Set.of(8, 10);
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,7}");
  private static final Pattern LANGUAGE = Pattern.compile("(?:[a-z]{2,3}(?:-[A-Za-z]+)?)?");
  private static final String GEONAMES = "https://sws.geonames.org/";
  private static final String GEONAMES_CLASS = "http://www.geonames.org/ontology#";

  private LocalFile() {}

  /**
   * Indexes files.
   *
   * @throws UserException if one is missing ({@link ExitCode#NO_INPUT}) or malformed ({@link
   *     ExitCode#DATA})
   */
  static Target open(List<Path> files, Knowledge knowledge) {
    BitSet places = new BitSet();
    try (LabelIndex.Builder index = new LabelIndex.Builder()) {
      for (Path file : files) {
        if (!Files.isRegularFile(file)) {
          throw new UserException(
              ExitCode.NO_INPUT,
              "%s is not a file. Pass one with RDF, or GeoNames' tab-separated dump."
                  .formatted(file));
        }
        read(file, knowledge, index, places);
      }
      return new IndexedTarget(knowledge, index.index());
    }
  }

  private static void read(
      Path file, Knowledge knowledge, LabelIndex.Builder index, BitSet places) {
    String name = file.getFileName().toString();
    boolean packed = name.endsWith(GZ);
    String plain = packed ? name.substring(0, name.length() - GZ.length()) : name;
    try (InputStream bytes = Files.newInputStream(file);
        InputStream in = packed ? new GZIPInputStream(bytes, 1 << 16) : bytes) {
      if (plain.endsWith(".txt") || plain.endsWith(".tsv")) {
        geonames(file, in, index, places);
        return;
      }
      Lang lang = RDFLanguages.filenameToLang(plain);
      if (lang == null || !FORMATS.contains(lang)) {
        throw new UserException(
            ExitCode.DATA,
            "%s: its ending is of no RDF format. Use .nt, .nq, .ttl, .trig, .rdf or .jsonld, or .txt for GeoNames' dump; each with .gz, if packed."
                .formatted(file));
      }
      Intake intake = new Intake(knowledge, index);
      RDFParser.source(in)
          .lang(lang)
          .base("https://w3id.org/chancery/nowhere/")
          .set(LangJSONLD11.JSONLD_OPTIONS, OfflineJsonLd.options())
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .checking(false)
          .parse(intake);
      intake.finish();
    } catch (RiotException | IllegalFormatException malformed) {
      // The second is how Jena's tokenizer tells of an end in the middle of a term.
      throw new UserException(
          ExitCode.DATA,
          "%s: %s. Mend the file; the store is as it was.".formatted(file, malformed.getMessage()),
          malformed);
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.IO, "%s cannot be read: %s.".formatted(file, Reason.of(failure)), failure);
    }
  }

  private static void geonames(Path file, InputStream in, LabelIndex.Builder index, BitSet places)
      throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String[] cells = line.split("\t", -1);
      if (cells.length == GEONAMES_COLUMNS && ID.matcher(cells[0]).matches()) {
        places.set(Integer.parseInt(cells[0]));
        index.add(place(cells));
      } else if (ALTERNATE_COLUMNS.contains(cells.length)
          && ID.matcher(cells[0]).matches()
          && ID.matcher(cells[1]).matches()) {
        requirePlaces(file, places);
        // Others are codes, links and postcodes, and of places that the dump leaves out.
        if (LANGUAGE.matcher(cells[2]).matches() && places.get(Integer.parseInt(cells[1]))) {
          Item name = Item.empty(GEONAMES + cells[1] + "/");
          name.add(Role.ALIAS, cells[3]);
          index.add(name);
        }
      } else {
        throw new UserException(
            ExitCode.DATA,
            "%s, line %d: not a line of GeoNames' dump, which has an id and %d columns, or of its alternate names, with two ids and 8 or 10. Pass cities15000.txt or the like."
                .formatted(file, number, GEONAMES_COLUMNS));
      }
    }
  }

  private static void requirePlaces(Path file, BitSet places) {
    if (places.isEmpty()) {
      throw new UserException(
          ExitCode.USAGE,
          "%s holds other names of places, but not the places. Pass cities15000.txt or the like before it."
              .formatted(file));
    }
  }

  private static Item place(String[] cells) {
    Item place = Item.empty(GEONAMES + cells[0] + "/");
    place.add(Role.GEONAMES, cells[0]);
    place.add(Role.NAME, cells[1]);
    place.add(Role.ALIAS, cells[2]);
    for (String other : cells[3].split(",", -1)) {
      if (!other.isBlank()) {
        place.add(Role.ALIAS, other);
      }
    }
    place.add(Role.LATITUDE, cells[4]);
    place.add(Role.LONGITUDE, cells[5]);
    place.add(Role.TYPE, GEONAMES_CLASS + cells[6]);
    place.add(Role.COUNTRY, cells[8]);
    return place;
  }
}
