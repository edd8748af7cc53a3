package org.chancery.site;

import jakarta.servlet.http.HttpServlet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chancery.query.CannedQueries;

/** All pages, with the addresses under which a server is to have them. */
public final class Site {
  private final Map<String, HttpServlet> servlets = new LinkedHashMap<>();

  /**
   * @param queries what the start page offers, by name
   */
  public Site(Shown shown, CannedQueries queries) {
    servlets.put("/start/*", new StartPage(shown, queries));
    servlets.put(SearchPages.PATH, new SearchPages(shown));
    servlets.put(SearchPages.PATH + ".json", new SearchPages(shown));
    servlets.put(QuestionPages.PATH + "*", new QuestionPages(shown, queries));
    servlets.put(WellKnown.PATH + "*", new WellKnown(shown, queries));
    servlets.put("/start/assets/*", new Assets());
    ReportsOfVersion reports = new ReportsOfVersion(shown);
    picture("/start/network", new NetworkPage(shown, reports));
    picture("/start/timeline", new TimelinePage(shown, reports));
    picture("/start/map", new MapPage(shown, reports));
    servlets.put("/id/*", new ResourcePages(shown));
    OntologyPages.paths().forEach(path -> servlets.put(path, new OntologyPages()));
  }

  private void picture(String path, PicturePage page) {
    servlets.put(path, page);
    servlets.put(path + ".json", page);
  }

  /** By the pattern of their paths, as the Servlet specification writes it. */
  public Map<String, HttpServlet> servlets() {
    return Map.copyOf(servlets);
  }
}
