package org.chancery;

import jakarta.servlet.Filter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.chancery.federation.Federation;

/** Stand-ins on this machine for Wikidata and DBpedia: little graphs of their shapes. */
public final class Neighbourhood implements AutoCloseable {
  public static final String WIKIDATA = "https://query.wikidata.org/sparql";
  public static final String DBPEDIA = "https://dbpedia.org/sparql";

  private final FusekiServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  public Neighbourhood() {
    Filter note =
        (request, response, chain) -> {
          requests.add(String.valueOf(request.getParameter("query")));
          chain.doFilter(request, response);
        };
    server =
        FusekiServer.create()
            .port(0)
            .loopback(true)
            .fusekiModules(FusekiModules.empty())
            .addFilter("/*", note)
            .add("wikidata", graph("wikidata"), false)
            .add("dbpedia", graph("dbpedia"), false)
            .build()
            .start();
  }

  private static DatasetGraph graph(String name) {
    DatasetGraph graph = DatasetGraphFactory.createTxnMem();
    graph.executeWrite(
        () -> RDFDataMgr.read(graph, "src/test/resources/federation/%s.ttl".formatted(name)));
    return graph;
  }

  /** What allows the services, and has these asked in their place. */
  public List<String> options() {
    return List.of(
        "%s=%s".formatted(WIKIDATA, address("wikidata")),
        "%s=%s".formatted(DBPEDIA, address("dbpedia")));
  }

  public Federation federation() {
    return Federation.of(options());
  }

  public String address(String dataset) {
    return "http://localhost:%d/%s/sparql".formatted(server.getPort(), dataset);
  }

  /** The queries that were asked. */
  public List<String> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop();
  }
}
