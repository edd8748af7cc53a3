package org.chancery.site;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.chancery.ontology.Chy;
import org.chancery.reference.Cities;
import org.chancery.reference.City;
import org.chancery.reference.Countries;
import org.chancery.reference.Country;

/**
 * Where places lie. Cities are found by their GeoNames ids, else by name within their country;
 * countries by the middle of their outlines, those too small for an outline by their capitals.
 */
final class Coordinates {
  /** A file of outlines that {@code src/scripts/derive-outlines.mjs} makes. */
  private static final String OUTLINES = "outlines.json";

  private static final Node PART_OF = NodeFactory.createURI(Chy.NS + "partOf");

  private final Countries countries = Countries.load();
  private final Cities cities = Cities.load(countries);
  private final Map<String, Point> middles = new HashMap<>();

  /**
   * A point of the map, rounded to about a kilometre.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   */
  record Point(double latitude, double longitude) {
    static Point rounded(double latitude, double longitude) {
      return new Point(Math.round(latitude * 100) / 100.0, Math.round(longitude * 100) / 100.0);
    }
  }

  /** Read when the first map is asked for. */
  private static final class Tables {
    private static final Coordinates LOADED = new Coordinates();
  }

  private Coordinates() {
    try (InputStream in = Coordinates.class.getResourceAsStream(OUTLINES)) {
      if (in == null) {
        throw new IllegalStateException(OUTLINES + " is not on the class path");
      }
      JsonObject outlines =
          JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .getAsJsonObject();
      for (JsonElement element : outlines.getAsJsonArray("countries")) {
        JsonObject country = element.getAsJsonObject();
        JsonArray middle = country.getAsJsonArray("middle");
        middles.put(
            country.get("code").getAsString(),
            new Point(middle.get(1).getAsDouble(), middle.get(0).getAsDouble()));
      }
      middles.remove("");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Nothing if the tables do not know the place. Call where the names may be asked. */
  static Optional<Point> of(Node place, Names names) {
    Optional<Point> city = names.text(place, "geonamesId").flatMap(Coordinates::city);
    if (city.isPresent()) {
      return city;
    }
    Optional<String> own = names.text(place, "countryCode");
    if (own.isPresent()) {
      return country(own.get());
    }
    return names
        .value(place, PART_OF)
        .flatMap(country -> names.text(country, "countryCode"))
        .flatMap(code -> cityOf(code, names.of(place).name()));
  }

  /**
   * @param geonames a GeoNames id
   */
  static Optional<Point> city(String geonames) {
    try {
      return Tables.LOADED.cities.byGeonames(Long.parseLong(geonames)).map(Coordinates::point);
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  /**
   * @param code ISO 3166-1 alpha-2, upper case
   */
  static Optional<Point> country(String code) {
    Coordinates tables = Tables.LOADED;
    return Optional.ofNullable(tables.middles.get(code))
        .or(
            () ->
                tables
                    .countries
                    .byCode(code)
                    .flatMap(Country::capital)
                    .flatMap(capital -> cityOf(code, capital)));
  }

  private static Optional<Point> cityOf(String code, String name) {
    return Tables.LOADED.cities.called(name).stream()
        .filter(city -> city.country().equals(code))
        .findFirst()
        .map(Coordinates::point);
  }

  private static Point point(City city) {
    return Point.rounded(city.latitude(), city.longitude());
  }
}
