package org.chancery.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.SocketException;
import java.net.URI;
import java.net.URL;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.mod.admin.ActionServerStatus;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.chancery.ExitCode;
import org.chancery.UserException;
import org.chancery.query.CannedQueries;
import org.chancery.reconcile.ReconciliationService;
import org.chancery.site.Site;
import org.chancery.store.Store;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Fuseki with its own user interface over one store: read-only, reachable from this machine alone
 * unless there are passwords, asking nothing of any other host but of services that the user
 * allowed.
 */
public final class Server implements AutoCloseable {
  /** The dataset's name in Fuseki and in the addresses of its endpoints. */
  static final String DATASET = "chancery";

  /** How long a connection may be silent. */
  private static final Duration IDLE = Duration.ofSeconds(10);

  /** Open at a time; further ones wait to be taken. */
  private static final int MOST_CONNECTIONS = 400;

  private static final int MIN_THREADS = 4;

  /** Queries that wait their turn in {@link Lanes} hold a thread each; pages need some too. */
  private static final int MAX_THREADS = 64;

  private static final String LOOPBACK = "127.0.0.1";

  /** How often to look whether a build has published anything. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final FusekiServer fuseki;
  private final Versions versions;
  private final ServerSettings settings;
  private final Watch watch;
  private final AccessLog log;
  private final Optional<String> token;
  private final ScheduledExecutorService follower =
      Executors.newSingleThreadScheduledExecutor(Server::daemon);

  private Server(
      FusekiServer fuseki,
      Versions versions,
      ServerSettings settings,
      Watch watch,
      AccessLog log,
      Optional<String> token) {
    this.fuseki = fuseki;
    this.versions = versions;
    this.settings = settings;
    this.watch = watch;
    this.log = log;
    this.token = token;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "store-follower");
    thread.setDaemon(true);
    return thread;
  }

  /** Starts to serve on loopback; see {@link #start(Store, ServerSettings, CannedQueries)}. */
  public static Server start(Store store, int port, CannedQueries queries) {
    return start(store, ServerSettings.onPort(port), queries);
  }

  /**
   * Starts to serve and leaves word of it in the store's folder; returns when the port is open.
   * From then on, what builds publish there is served within seconds. Turns Jena's own {@code
   * SERVICE} off in the whole process, as Jena knows no smaller place for certain.
   *
   * @param store is the server's to close; if this fails, closing it again does no harm
   * @param queries what the start page offers
   * @throws UserException if the port is taken ({@link ExitCode#TRY_AGAIN}) or reserved ({@link
   *     ExitCode#PERMISSION}), or the access log cannot be written ({@link ExitCode#CANNOT_CREATE})
   */
  public static Server start(Store store, ServerSettings settings, CannedQueries queries) {
    ARQ.globalServiceAllowed = false;
    AccessLog log = settings.accessLog().map(AccessLog::to).orElseGet(AccessLog::none);
    Versions versions = new Versions(store, dataset -> confine(dataset, settings));
    Watch watch = new Watch(settings.timeout());
    Lanes lanes = new Lanes();
    Measures measures = new Measures(lanes, watch, () -> versions.store().version());
    StatePages state = new StatePages(versions, measures, lanes);
    Optional<String> token = settings.passwords().map(unused -> token());
    FusekiServer.Builder builder =
        FusekiServer.create()
            .port(settings.port())
            .loopback(!settings.isPublic())
            .numServerThreads(MIN_THREADS, MAX_THREADS)
            .registerOperation(
                Operation.Query, SafeQueries.CONTENT_TYPE, new SafeQueries(lanes, watch))
            .add(
                DATASET,
                DataService.newBuilder(new ServedDataset(versions))
                    .addEndpoint(Operation.Query, "sparql")
                    .addEndpoint(Operation.Query))
            .enablePing(true)
            .enableStats(true)
            .enableTasks(true)
            .addServlet("/$/server", new ActionServerStatus())
            .addServlet(StatePages.HEALTH, state)
            .addServlet(StatePages.METRICS, state)
            .addFilter("/*", new RequestLog(log, measures, watch))
            .addFilter(
                "/*",
                new RequestGuard(names(settings), new CrossOrigin(settings.reconcileOrigins())));
    settings
        .passwords()
        .ifPresent(
            passwords ->
                builder.addFilter(
                    "/*", new Authentication(passwords, token.orElseThrow(), System::nanoTime)));
    builder
        .addFilter("/*", new Turns(lanes, watch))
        .addFilter("/*", new VersionOfRequest(versions))
        .staticFileBase(userInterface())
        .fusekiModules(FusekiModules.empty());
    new Site(versions, queries).servlets().forEach(builder::addServlet);
    builder.addServlet(ReconciliationService.PATH + "/*", new ReconciliationService(versions));
    FusekiServer fuseki = builder.build();
    for (Connector connector : fuseki.getJettyServer().getConnectors()) {
      if (connector instanceof ServerConnector plain) {
        plain.setHost(settings.host().orElse(LOOPBACK));
        plain.setIdleTimeout(IDLE.toMillis());
        plain.addBean(watch);
        plain.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, plain));
      }
    }
    try {
      fuseki.start();
    } catch (FusekiException failure) {
      fuseki.stop();
      log.close();
      throw unstartable(settings.port(), failure);
    }
    Server server = new Server(fuseki, versions, settings, watch, log, token);
    try {
      watch.start();
      server.follow();
    } catch (RuntimeException | Error failure) {
      server.close();
      throw failure;
    }
    return server;
  }

  /** Under which names the server may be asked, besides those of loopback. */
  private static List<String> names(ServerSettings settings) {
    return Stream.concat(
            settings.names().stream(),
            settings.host().filter(host -> !settings.isEverywhere()).stream())
        .toList();
  }

  private static String token() {
    byte[] octets = new byte[32];
    new SecureRandom().nextBytes(octets);
    return HexFormat.of().formatHex(octets);
  }

  private void follow() {
    versions.announce(address(), token);
    versions.catalogueAll();
    long pause = LOOK.toMillis();
    var unused =
        follower.scheduleWithFixedDelay(versions::follow, pause, pause, TimeUnit.MILLISECONDS);
  }

  /** A client may ask for less time, but not for more. */
  private static void confine(DatasetGraph dataset, ServerSettings settings) {
    Context context = dataset.getContext();
    long millis = settings.timeout().toMillis();
    context.set(ARQ.queryTimeout, "" + millis);
    settings.federation().install(context);
    SafeFunctions.confine(context);
  }

  private static RuntimeException unstartable(int port, FusekiException failure) {
    Optional<SocketException> cause = socketFailure(failure);
    if (cause.isEmpty()) {
      return failure;
    }
    if (String.valueOf(cause.get().getMessage()).contains("Permission denied")) {
      return new UserException(
          ExitCode.PERMISSION,
          "Port %d is reserved by the system. Pass --port with a number above 1023."
              .formatted(port),
          failure);
    }
    return new UserException(
        ExitCode.TRY_AGAIN,
        "Port %d is in use by another program. Stop it, or pass --port with another number; 0 takes any free one."
            .formatted(port),
        failure);
  }

  private static Optional<SocketException> socketFailure(Throwable failure) {
    Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof BindException bind) {
        return Optional.of(bind);
      }
      if (cause instanceof SocketException socket) {
        return Optional.of(socket);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /**
   * Where the Fuseki user interface lies: in Jena's jar, or in ours when that is packed into it.
   */
  private static String userInterface() {
    try {
      return Collections.list(Server.class.getClassLoader().getResources("webapp/index.html"))
          .stream()
          .map(URL::toString)
          .filter(url -> url.startsWith("jar:"))
          .findFirst()
          .map(url -> url.substring(0, url.length() - "index.html".length()))
          .orElseThrow(() -> new IllegalStateException("jena-fuseki-ui is not on the class path"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The address of the user interface, ending in a slash. */
  public URI address() {
    String host = settings.host().filter(named -> !settings.isEverywhere()).orElse("localhost");
    return URI.create(
        "http://%s:%d/".formatted(host.contains(":") ? "[" + host + "]" : host, fuseki.getPort()));
  }

  /** Waits until the server is closed. */
  public void join() {
    fuseki.join();
  }

  /** Stops serving and gives the store back. */
  @Override
  public void close() {
    follower.shutdown();
    try {
      // If it does not end in time, it is opening a large store, which then ends with the process.
      if (!follower.awaitTermination(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        follower.shutdownNow();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    fuseki.stop();
    watch.close();
    log.close();
    versions.close();
  }
}
