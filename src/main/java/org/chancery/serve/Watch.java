package org.chancery.serve;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after requests at work, ten times a second: cuts off those whose time is over, whose client
 * has gone, and, when memory runs low, the one that takes most. Also closes connections on which a
 * request does not come to its end.
 */
final class Watch implements Connection.Listener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /** How long the headers of a request may take to arrive, and again its body. */
  static final Duration ARRIVAL = Duration.ofSeconds(10);

  /** How long a client may take nothing of its answer. */
  private static final Duration STALL = Duration.ofSeconds(10);

  /** Beyond its time a query may need this long until its client has read the answer. */
  private static final Duration READING = Duration.ofSeconds(20);

  /** What a request may take in all, with waiting. */
  private static final Duration LIFE = Duration.ofSeconds(90);

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration BETWEEN_COLLECTIONS = Duration.ofSeconds(2);
  private static final Duration BETWEEN_CUTS = Duration.ofMillis(500);

  /** Of the heap: from the first on memory is looked after, from the second on it is short. */
  private static final double HIGH = 0.60;

  private static final double SHORT = 0.70;

  /** Who has allocated less than this part of the heap is not to blame. */
  private static final int BLAMELESS = 16;

  private final Set<Running> requests = ConcurrentHashMap.newKeySet();
  private final Map<Connection, Progress> connections = new ConcurrentHashMap<>();
  private final Set<EndPoint> busy = ConcurrentHashMap.newKeySet();
  private final Duration limit;
  private final Thread thread = new Thread(this::run, "watch");
  private final Optional<MemoryPoolMXBean> old = oldGeneration();
  private final Optional<ThreadMXBean> threads = threads();
  private volatile boolean closed;
  private long collectedAt = System.nanoTime() - BETWEEN_COLLECTIONS.toNanos();
  private long cutAt = System.nanoTime() - BETWEEN_CUTS.toNanos();

  /** Of a connection: what has come in since its last request. Only the watch's thread has it. */
  private static final class Progress {
    private long messages;
    private long bytes;
    private long since = -1;
  }

  /**
   * @param limit how long a request may compute
   */
  Watch(Duration limit) {
    this.limit = limit;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private static Optional<MemoryPoolMXBean> oldGeneration() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
        .findFirst();
  }

  private static Optional<ThreadMXBean> threads() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean sun
            && sun.isThreadAllocatedMemorySupported()
            && sun.isThreadAllocatedMemoryEnabled()
        ? Optional.of(sun)
        : Optional.empty();
  }

  private long allocated(Thread worker) {
    return threads.map(bean -> bean.getThreadAllocatedBytes(worker.getId())).orElse(0L);
  }

  /** Looks after the request from now on. */
  void enter(Running request) {
    requests.add(request);
  }

  /** The request's time counts from now on. */
  void begin(Running request) {
    request.watch(System.nanoTime(), limit.toNanos(), allocated(request.thread()));
  }

  /** After this the connection belongs to its server again: it is not touched any more. */
  void leave(Running request) {
    synchronized (request) {
      requests.remove(request);
    }
  }

  /** A request came in on that connection in full. */
  void serving(EndPoint endPoint) {
    busy.add(endPoint);
  }

  void served(EndPoint endPoint) {
    busy.remove(endPoint);
  }

  int connections() {
    return connections.size();
  }

  @Override
  public void onOpened(Connection connection) {
    connections.put(connection, new Progress());
  }

  @Override
  public void onClosed(Connection connection) {
    connections.remove(connection);
    busy.remove(connection.getEndPoint());
  }

  private void run() {
    while (!closed) {
      try {
        long now = System.nanoTime();
        requests.forEach(request -> look(request, now));
        connections.forEach((connection, progress) -> look(connection, progress, now));
        lookAtMemory(now);
      } catch (RuntimeException failure) {
        LOG.error("The watch over requests goes on after a failure", failure);
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  private void look(Running request, long now) {
    long overdue = request.isWatched() ? request.overdue(now) : -1;
    if (overdue > 0 && request.isComputing()) {
      request.cut(Running.Cut.TIME);
    }
    long age = request.age(now);
    if (overdue > READING.toNanos()
        || request.stalledFor(now) > STALL.toNanos()
        || age > limit.plus(LIFE).toNanos()
        || !request.isComplete() && age > ARRIVAL.toNanos()) {
      request.cut(Running.Cut.STALLED);
      request.hangUp();
    }
    synchronized (request) {
      if (requests.contains(request) && request.isAwaited() && isGone(request)) {
        request.cut(Running.Cut.GONE);
      }
    }
  }

  /**
   * Whether the client closed its connection. Nobody else reads it while a request is at work that
   * has come in full. A client that sends its next request meanwhile loses a byte of it, so its
   * connection ends with the answer; hardly any does.
   */
  private static boolean isGone(Running request) {
    if (request.endPoint().orElse(null) instanceof SocketChannelEndPoint socket) {
      ByteBuffer octet = ByteBuffer.allocate(1);
      try {
        int read = socket.getChannel().read(octet);
        if (read > 0) {
          request.loseConnection();
        }
        return read < 0;
      } catch (IOException broken) {
        return true;
      }
    }
    return false;
  }

  private void look(Connection connection, Progress progress, long now) {
    long messages = connection.getMessagesIn();
    long bytes = connection.getBytesIn();
    EndPoint endPoint = connection.getEndPoint();
    if (messages != progress.messages || busy.contains(endPoint)) {
      progress.messages = messages;
      progress.bytes = bytes;
      progress.since = -1;
    } else if (bytes != progress.bytes) {
      if (progress.since < 0) {
        progress.since = now;
      } else if (now - progress.since > ARRIVAL.toNanos()) {
        endPoint.close();
      }
    }
  }

  /** Asks the collector first: what looks like too much may be garbage. */
  private void lookAtMemory(long now) {
    if (old.isEmpty()
        || now - cutAt < BETWEEN_CUTS.toNanos()
        || requests.stream().noneMatch(Running::isComputing)
        || share(old.get()) < HIGH) {
      return;
    }
    if (now - collectedAt > BETWEEN_COLLECTIONS.toNanos()) {
      System.gc();
      collectedAt = System.nanoTime();
    }
    if (share(old.get()) < SHORT) {
      return;
    }
    requests.stream()
        .filter(request -> request.isComputing() && request.cut().isEmpty())
        .max(Comparator.comparingLong(this::taken))
        .filter(request -> taken(request) > Runtime.getRuntime().maxMemory() / BLAMELESS)
        .ifPresent(
            greediest -> {
              greediest.cut(Running.Cut.MEMORY);
              cutAt = System.nanoTime();
            });
  }

  private long taken(Running request) {
    return allocated(request.thread()) - request.allocatedBefore();
  }

  /** How much of what the heap may grow to is in use for long. */
  private static double share(MemoryPoolMXBean pool) {
    MemoryUsage usage = pool.getUsage();
    return (double) usage.getUsed() / Runtime.getRuntime().maxMemory();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
