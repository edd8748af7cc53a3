package org.chancery.site;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Style sheets, scripts and drawings: those named here and no others, all from the jar. */
final class Assets extends HttpServlet {
  private static final long serialVersionUID = 1;

  private static final String OWN = "org/chancery/site/";
  private static final String WEBJARS = "META-INF/resources/webjars/";

  /** By the name in the address: where it lies on the class path. */
  private static final Map<String, String> FILES =
      Map.of(
          "chancery.css", OWN + "chancery.css",
          "icon.svg", OWN + "icon.svg",
          "question.js", OWN + "question.js",
          "search.js", OWN + "search.js",
          "start.css", OWN + "start.css",
          "cytoscape.js", WEBJARS + "cytoscape/3.33.1/dist/cytoscape.min.js",
          "d3.js", WEBJARS + "d3/7.9.0/dist/d3.min.js");

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
    if (!FILES.containsKey(name)) {
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
    String place = FILES.get(name);
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
