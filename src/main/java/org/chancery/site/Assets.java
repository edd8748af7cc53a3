package org.chancery.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Style sheets, scripts and drawings: those named here and no others, all from the jar. */
final class Assets extends HttpServlet {
  private static final long serialVersionUID = 1;

  private static final String OWN = "org/chancery/site/";
  private static final String WEBJARS = "META-INF/resources/webjars/";

  /** Of our own, by their names in the address. */
  private static final Set<String> OWN_FILES =
      Set.of(
          "article.js",
          "chancery.css",
          "icon.svg",
          "map.js",
          "network.js",
          "outlines.json",
          "pictures.css",
          "pictures.js",
          "question.js",
          "search.js",
          "start.css",
          "things.css",
          "timeline.js");

  /** Of others: where they lie on the class path, by their names in the address. */
  private static final Map<String, String> LIBRARIES =
      Map.of("d3.js", WEBJARS + "d3/7.9.0/dist/d3.min.js");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml");

  private final transient Map<String, Asset> loaded = new ConcurrentHashMap<>();

  /** A file, as it is sent. */
  private static final class Asset {
    private final byte[] bytes;
    private final String tag;

    Asset(byte[] bytes) {
      CRC32 sum = new CRC32();
      sum.update(bytes);
      this.bytes = bytes;
      this.tag = "\"%08x\"".formatted(sum.getValue());
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    if (!OWN_FILES.contains(name) && !LIBRARIES.containsKey(name)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Asset asset = loaded.computeIfAbsent(name, Assets::load);
    response.setHeader("ETag", asset.tag);
    response.setHeader("Cache-Control", "no-cache");
    if (asset.tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    response.setContentLength(asset.bytes.length);
    response.getOutputStream().write(asset.bytes);
  }

  private static Asset load(String name) {
    String place = LIBRARIES.getOrDefault(name, OWN + name);
    try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(place)) {
      if (in == null) {
        throw new IllegalStateException(place + " is not on the class path");
      }
      return new Asset(in.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
