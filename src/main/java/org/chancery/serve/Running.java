package org.chancery.serve;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.query.QueryCancelledException;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;

/**
 * A request at work. The thread that it runs on finds it by {@link #current}, as Jena evaluates a
 * query on one thread from beginning to end; {@link Watch} looks at it from another.
 */
final class Running {
  private static final ThreadLocal<Running> CURRENT = new ThreadLocal<>();

  /** Why a request was cut off. */
  enum Cut {
    TIME("timeout", 503, "This takes longer than the server allows. Ask for less."),
    MEMORY(
        "memory",
        503,
        "This takes more memory than the server has. Ask for less, or with a LIMIT."),
    VALUE(
        "value",
        422,
        "A value of this query is longer than %d characters, or too long to be searched, or a number longer than %d bits. Ask for less."
            .formatted(Bounds.MAX_TEXT, Bounds.MAX_BITS)),
    SIZE("size", 413, "The answer is too large. Ask for less, such as with LIMIT and OFFSET."),
    STALLED("stalled", 503, "The answer was read too slowly. Ask again, or for less."),
    GONE("gone", 499, "The client has gone.");

    private final String label;
    private final int status;
    private final String reason;

    Cut(String label, int status, String reason) {
      this.label = label;
      this.status = status;
      this.reason = reason;
    }

    /** As metrics and the access log name it. */
    String label() {
      return label;
    }

    Refusal refusal() {
      return new Refusal(status, reason);
    }
  }

  private final String id;
  private final Optional<EndPoint> endPoint;
  private final Thread thread = Thread.currentThread();
  private final AtomicReference<@Nullable Cut> cut = new AtomicReference<>();

  /** 0 if none of its answer is on its way. */
  private volatile long writingSince;

  private final long createdAt = System.nanoTime();
  private @Nullable Semaphore sending;
  private volatile Lanes.@Nullable Turn turn;
  private volatile @Nullable Runnable abort;
  private volatile boolean watched;
  private volatile boolean complete;
  private volatile boolean answering;
  private volatile boolean lastOfConnection;
  private volatile long deadline;
  private long allocatedBefore;
  private @Nullable String queryHash;
  private @Nullable String user;

  private Running(String id, Optional<EndPoint> endPoint) {
    this.id = id;
    this.endPoint = endPoint;
  }

  /** Begins a request on this thread. */
  static Running begin(String id, Optional<EndPoint> endPoint) {
    Running running = new Running(id, endPoint);
    CURRENT.set(running);
    return running;
  }

  /** What this thread is at, if that is a request. */
  static Optional<Running> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /**
   * Ends this thread's query if its time is over or it was cut off. Cheap enough for inner loops.
   *
   * @throws QueryCancelledException if so
   */
  static void check() {
    Running running = CURRENT.get();
    if (running != null && running.isOver()) {
      throw new QueryCancelledException();
    }
  }

  private boolean isOver() {
    if (cut.get() != null) {
      return true;
    }
    if (isComputing() && watched && System.nanoTime() - deadline > 0) {
      cut(Cut.TIME);
      return true;
    }
    return false;
  }

  void end() {
    CURRENT.remove();
  }

  String id() {
    return id;
  }

  Thread thread() {
    return thread;
  }

  Optional<EndPoint> endPoint() {
    return endPoint;
  }

  /** Whether its time counts. */
  boolean isWatched() {
    return watched;
  }

  /** Its time counts from now on. */
  void watch(long now, long limitNanos, long allocated) {
    deadline = now + limitNanos;
    allocatedBefore = allocated;
    watched = true;
  }

  /** Its client wants it to take no longer than this, if the server allows so much. */
  void hurry(long nanos) {
    deadline = Math.min(deadline, System.nanoTime() + nanos);
  }

  /** Whether it has a turn, and so asks the store. */
  boolean isComputing() {
    return turn != null;
  }

  /** Nanoseconds since it came in. */
  long age(long now) {
    return now - createdAt;
  }

  /** Nanoseconds past its time; below 0 before. */
  long overdue(long now) {
    return now - deadline;
  }

  /** Bytes that its thread had allocated when its time began. */
  long allocatedBefore() {
    return allocatedBefore;
  }

  /** What ends its query from another thread. */
  void onCut(Runnable ending) {
    abort = ending;
    if (cut.get() != null) {
      ending.run();
    }
  }

  /** Cuts it off, unless it was before. */
  void cut(Cut why) {
    if (cut.compareAndSet(null, why)) {
      Runnable ending = abort;
      if (ending != null) {
        ending.run();
      }
    }
  }

  Optional<Cut> cut() {
    return Optional.ofNullable(cut.get());
  }

  /** Takes a place among those that are sending a body. */
  boolean beginBody(Semaphore places) {
    if (!places.tryAcquire()) {
      return false;
    }
    sending = places;
    return true;
  }

  /** It has come in full. */
  void bodyIsIn() {
    complete = true;
    endBody();
  }

  /** Gives that place back, if it has one. */
  void endBody() {
    if (sending != null) {
      sending.release();
      sending = null;
    }
  }

  /** Whether nothing more of it is to come. */
  boolean isComplete() {
    return complete;
  }

  /** It has a turn to ask the store. */
  void has(Lanes.Turn mine) {
    turn = mine;
  }

  /** Gives that turn to the next, if it has one. */
  void endTurn() {
    abort = null;
    Lanes.Turn mine = turn;
    if (mine != null) {
      turn = null;
      mine.close();
    }
  }

  /** From now on its client may take it for answered, and send the next. */
  synchronized void beginAnswer() {
    answering = true;
  }

  /** Whether all of it is there and none of its answer: its client has nothing to say then. */
  boolean isAwaited() {
    return complete && !answering;
  }

  /** Some of its answer is on its way. */
  void beginWrite() {
    beginAnswer();
    writingSince = System.nanoTime() | 1;
  }

  void endWrite() {
    writingSince = 0;
  }

  /** For how many nanoseconds its client has taken nothing of the answer. */
  long stalledFor(long now) {
    long since = writingSince;
    return since == 0 ? 0 : now - since;
  }

  /** Closes its connection, so that the client sees that the answer is not whole. */
  void hangUp() {
    endPoint.ifPresent(EndPoint::close);
  }

  /** Its connection is not to be used again. */
  void loseConnection() {
    lastOfConnection = true;
  }

  boolean isLastOfConnection() {
    return lastOfConnection;
  }

  void asks(String hash) {
    queryHash = hash;
  }

  Optional<String> queryHash() {
    return Optional.ofNullable(queryHash);
  }

  void comesFrom(String name) {
    user = name;
  }

  Optional<String> user() {
    return Optional.ofNullable(user);
  }
}
