package org.chancery.federation;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.chancery.ExitCode;
import org.chancery.UserException;

/**
 * The services of others that queries may ask with {@code SERVICE}: those that the user named, and
 * none besides. Jena's own way to them stays shut.
 */
public final class Federation {
  /** How users name a service. */
  public static final String OPTION = "--allow-service";

  /** No service may be asked. */
  public static final Federation NONE = new Federation(Map.of(), Limits.STANDARD);

  private static final Symbol SYMBOL = Symbol.create("https://w3id.org/chancery/federation");

  /** Names that mean this machine whatever a resolver says. */
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** What queries call a service, and where it is asked. */
  private final Map<URI, URI> places;

  private final Services services;

  private Federation(Map<URI, URI> places, Limits limits) {
    this.places = Collections.unmodifiableMap(new TreeMap<>(places));
    this.services = new Services(this, limits);
  }

  /**
   * Those that the user allows.
   *
   * @param options each an address, or an address, {@code =} and the address of a mirror that is
   *     asked in its place
   * @throws UserException with {@link ExitCode#USAGE} if one is no such address
   */
  public static Federation of(Collection<String> options) {
    return of(options, Limits.STANDARD);
  }

  static Federation of(Collection<String> options, Limits limits) {
    Map<URI, URI> places = new TreeMap<>();
    for (String option : options) {
      int mirror = option.indexOf("=http");
      URI name = address(mirror < 0 ? option : option.substring(0, mirror));
      URI place = mirror < 0 ? name : address(option.substring(mirror + 1));
      URI before = places.put(name, place);
      if (before != null && !before.equals(place)) {
        throw new UserException(
            ExitCode.USAGE,
            "%s: %s is to be asked at %s and at %s. Leave one of them out."
                .formatted(OPTION, name, before, place));
      }
    }
    return new Federation(places, limits);
  }

  private static URI address(String text) {
    if (text.matches("(?i)[a-z]+://[^/?#]*@.*")) {
      // Not shown: it may be a password.
      throw new UserException(
          ExitCode.USAGE,
          OPTION
              + ": the address holds a user name or password, which are not sent. Leave them out.");
    }
    return Address.normal(text)
        .orElseThrow(
            () ->
                new UserException(
                    ExitCode.USAGE,
                    "%s %s: pass an address that starts with http:// or https://, without ? and #, such as https://query.wikidata.org/sparql."
                        .formatted(OPTION, text)));
  }

  /** Lets queries ask these services, and no others, by the context of their dataset. */
  public void install(Context context) {
    settings().forEach(context::set);
  }

  /** What a query's context needs so that it may ask these services, and no others. */
  public Map<Symbol, Object> settings() {
    ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
    registry.addBulkLink(
        (service, input, execution, next) -> services.ask(service, input, execution));
    return Map.of(
        ARQConstants.registryServiceExecutors,
        registry,
        // Jena's own executor would call any address; it refuses, should ours ever be passed over.
        ARQ.httpServiceAllowed,
        "false",
        SYMBOL,
        this);
  }

  /** What queries of a dataset may ask, by its context. */
  public static Federation of(Context context) {
    return context.get(SYMBOL) instanceof Federation installed ? installed : NONE;
  }

  /**
   * Refuses a query that names a service which may not be asked, also where that would never be
   * reached; what a variable names shows when it runs.
   *
   * @throws QueryDeniedException if so, or if a filter has {@code SERVICE}: ARQ takes what fails in
   *     there for false
   */
  public void requireAllowed(Query query) {
    if (query.getQueryPattern() != null) {
      Walker.walk(Algebra.compile(query), new Named(), new InFilters());
    }
  }

  /** That a service is not asked, and how it can be. */
  static String denial(String service) {
    return "SERVICE <%s> is off: it needs %s %s where Chancery is started"
        .formatted(service, OPTION, service);
  }

  private final class Named extends OpVisitorBase {
    @Override
    public void visit(OpService service) {
      Node name = service.getService();
      if (name.isURI() && !service.getSilent() && !allows(name.getURI())) {
        throw new QueryDeniedException(denial(name.getURI()));
      }
    }
  }

  private static final class InFilters extends ExprVisitorBase {
    @Override
    public void visit(ExprFunctionOp exists) {
      Walker.walk(
          exists.getGraphPattern(),
          new OpVisitorBase() {
            @Override
            public void visit(OpService service) {
              throw new QueryDeniedException(
                  "SERVICE stands in a filter, where its failure would go unnoticed. Put it before the filter");
            }
          });
    }
  }

  /** Whether a service may be asked, whatever spelling of its address. */
  public boolean allows(String service) {
    return place(service).isPresent();
  }

  /** Where a service is asked: an address of ours, not the query's spelling of it. */
  Optional<URI> place(String service) {
    return Address.normal(service).map(places::get);
  }

  /** Whether a service may send us on to an address. */
  boolean leadsTo(URI address) {
    return Address.normal(address.toString()).filter(places::containsValue).isPresent();
  }

  /** The services in words, such as {@code https://example.org/sparql (at …)}, sorted. */
  public List<String> services() {
    List<String> services = new ArrayList<>();
    places.forEach(
        (name, place) ->
            services.add(name.equals(place) ? name.toString() : name + " (at " + place + ")"));
    return services;
  }

  /** What is wrong with them, though not forbidden. */
  public List<String> warnings() {
    return places.values().stream()
        .filter(place -> place.getScheme().equals("http") && !HERE.contains(place.getHost()))
        .map(
            place ->
                "%s is asked without encryption: others on the way can read the questions and change the answers. Pass its https address if it has one."
                    .formatted(place))
        .toList();
  }
}
