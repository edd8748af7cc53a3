package org.chancery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.chancery.archive.Archive;
import org.chancery.archive.Digest;
import org.chancery.archive.Entry;
import org.chancery.archive.GraphNote;
import org.chancery.archive.Ledger;
import org.chancery.article.Article;
import org.chancery.claims.ArticleReading;
import org.chancery.graph.SortedNQuads;
import org.chancery.mapping.LinksetGraph;
import org.chancery.mapping.Linksets;
import org.chancery.mapping.MappingSet;
import org.chancery.ontology.Chy;
import org.chancery.ontology.EntityType;
import org.chancery.resolution.Curation;
import org.chancery.store.Amendment;
import org.chancery.store.StoreLedger;
import org.chancery.store.StoreUpdate;
import org.chancery.validation.ShapeGate;
import org.chancery.validation.Violation;

/**
 * The articles of a store while they change: readings come and go, and {@link #commit} makes the
 * store's graphs follow, all or nothing. What graphs come out depends on the readings and decisions
 * alone, not on the way to them.
 *
 * <p>Not for use by several threads.
 */
public final class StoredCorpus implements AutoCloseable {
  /**
   * When the next version is made out of the present one.
   *
   * @param changedGraphs share of the graphs that may change at most, in [0, 1]
   * @param rewrittenQuads share of the quads that may be rewritten at most until a database is made
   *     afresh: deleted quads leave gaps
   * @param smallest a store with fewer quads is faster made afresh
   */
  public record Thrift(double changedGraphs, double rewrittenQuads, long smallest) {
    public static final Thrift STANDARD = new Thrift(0.3, 0.5, 50_000);
  }

  /**
   * What a store came to.
   *
   * @param things how many officials, offices, countries and so on there are
   * @param claims how many claims of which {@link ClaimTally#kind}
   * @param silent how many sentences had a trigger word and gave no claim
   * @param stale how many articles another version of the program read
   * @param regraphed how many articles' graphs were made for this
   * @param afresh whether the database was made from nothing
   * @param warnings on decisions that were passed over or may mean something else, and on mappings
   *     of what is not there, a line each
   */
  public record Outcome(
      int articles,
      long quads,
      long things,
      SortedMap<String, Integer> claims,
      long silent,
      int stale,
      int regraphed,
      boolean afresh,
      List<String> warnings) {
    public Outcome {
      warnings = List.copyOf(warnings);
    }
  }

  private static final Set<Node> THINGS =
      Arrays.stream(EntityType.values())
          .map(type -> NodeFactory.createURI(type.iri()))
          .collect(Collectors.toUnmodifiableSet());

  /** How many are open in this process whose changes do not count yet. */
  private static final AtomicInteger CHANGING = new AtomicInteger();

  private final AtomicBoolean changing = new AtomicBoolean(true);
  private final StoreUpdate update;
  private final String engine;
  private final GraphMaker maker;
  private final Thrift thrift;
  private final Ledger before;
  private final NavigableMap<String, Entry> entries;
  private Optional<Archive.Writer> writer = Optional.empty();

  private StoredCorpus(
      StoreUpdate update, Ledger before, String engine, GraphMaker maker, Thrift thrift) {
    this.update = update;
    this.before = before;
    this.engine = engine;
    this.maker = maker;
    this.thrift = thrift;
    this.entries = new TreeMap<>(before.entries());
    CHANGING.incrementAndGet();
  }

  /** Whether this process is about to change a store and has not yet done so. */
  public static boolean isChanging() {
    return CHANGING.get() > 0;
  }

  private void settle() {
    if (changing.compareAndSet(true, false)) {
      CHANGING.decrementAndGet();
    }
  }

  /**
   * Opens the corpus of a store, or of a folder that is to become one; nobody else can meanwhile.
   *
   * @param engine version of what reads articles
   * @throws UserException if the folder cannot be written or is not a store, if another build is at
   *     work in it, or if the store does not say what it is made of
   */
  public static StoredCorpus open(Path store, String engine, GraphMaker maker, Thrift thrift) {
    StoreUpdate update = StoreUpdate.begin(store);
    try {
      Optional<Ledger> ledger = update.ledger();
      if (update.hasCurrent() && ledger.isEmpty()) {
        throw StoreLedger.silent(store);
      }
      return new StoredCorpus(update, ledger.orElse(Ledger.EMPTY), engine, maker, thrift);
    } catch (RuntimeException failure) {
      update.close();
      throw failure;
    }
  }

  /** As {@link #open}, but without the articles of the store, whatever state it is in. */
  public static StoredCorpus openAnew(Path store, String engine, GraphMaker maker) {
    return new StoredCorpus(
        StoreUpdate.beginAnew(store), Ledger.EMPTY, engine, maker, Thrift.STANDARD);
  }

  /** The next version takes about the room of the present one. */
  private void requireRoom() {
    update.requireRoom(before.quads());
  }

  /** What the IRIs of the store's entities start with, if it has any. */
  public Optional<String> base() {
    return update.base();
  }

  /** Identifiers of the articles. */
  public Set<String> articles() {
    return Set.copyOf(entries.keySet());
  }

  /** Whether the corpus has an article of that identifier, whatever it says. */
  public boolean has(String article) {
    return entries.containsKey(article);
  }

  /** Whether the corpus has what this version of the program reads in just this article. */
  public boolean isCurrent(Article article) {
    Entry entry = entries.get(article.id());
    return entry != null
        && entry.contentHash().equals(article.contentHash())
        && entry.engine().equals(engine)
        && update.archive().isSound(entry);
  }

  /** Adds a reading, in the place of one of an article with the same identifier. */
  public void put(ArticleReading reading) {
    try {
      if (writer.isEmpty()) {
        // Before minutes of reading.
        requireRoom();
        writer = Optional.of(update.archive().begin());
      }
      Entry entry = writer.get().append(reading, engine);
      entries.put(entry.article(), entry);
    } catch (IOException failure) {
      throw update.unwritten(failure);
    }
  }

  /** Takes an article out; says whether it was there. */
  public boolean remove(String article) {
    return entries.remove(article) != null;
  }

  /** The readings of some articles of the corpus, in their order. */
  public void read(Collection<String> articles, Consumer<ArticleReading> reader) {
    for (String article : articles) {
      Entry entry = entries.get(article);
      if (entry != null) {
        reader.accept(update.archive().read(entry));
      }
    }
  }

  /**
   * Makes the store hold the graphs of what is in the corpus now.
   *
   * @param base what the IRIs of entities start with; the store's own, if it has one
   * @param curation what a person decided, for all of the corpus
   * @param violations is told in which ways graphs break a shape
   * @throws UserException with {@link ExitCode#DATA} if there are any, if a reading is damaged or
   *     decisions contradict each other; also as {@link #requireCuration}; the store is then as it
   *     was
   */
  public Outcome commit(String base, Curation curation, Consumer<Violation> violations) {
    if (base().isPresent() && !base().get().equals(base)) {
      throw new IllegalArgumentException("the store's base is " + base().get());
    }
    requireCuration(curation);
    settleReadings();
    GraphMaker.Graphs graphs =
        maker.graphs(update.archive().readings(entries.values()), base, curation);
    return new Commit(graphs, curation, violations).run(base);
  }

  /**
   * Makes sure that the decisions which the store was made with are not undone by mistake.
   *
   * @throws UserException with {@link ExitCode#USAGE} if there are some and no file of decisions is
   *     given, not even an empty one
   */
  public void requireCuration(Curation curation) {
    int decisions = before.decisions();
    if (decisions > 0 && curation.file().isEmpty()) {
      throw new UserException(
          ExitCode.USAGE,
          "The store was made with %d decision%s of a curation file, and there is no curation.tsv in this folder. Run this where curation.tsv is, or pass --curation FILE; an empty file undoes them all. The store is as it was."
              .formatted(decisions, decisions == 1 ? "" : "s"));
    }
  }

  /**
   * Puts a set of mappings in the place of a target's, and makes its linkset graph follow. All else
   * stays as it is.
   *
   * @param set an empty one takes the graph away and sets the target's file aside
   * @param things IRIs of what the store holds
   * @return where the file was set aside, if it was
   * @throws UserException if writing fails; the store and the file are then as they were
   */
  public Optional<Path> link(String target, MappingSet set, Set<String> things) {
    String base = base().orElse(Chy.DEFAULT_BASE);
    String name = LinksetGraph.name(target);
    Collection<Quad> quads = LinksetGraph.of(target, set, things, base);
    NavigableMap<String, GraphNote> notes = new TreeMap<>(before.background());
    if (quads.isEmpty()) {
      notes.remove(name);
    } else {
      notes.put(name, note(quads));
    }
    if (!notes.equals(before.background())) {
      requireRoom();
    }
    Linksets linksets = update.linksets();
    MappingSet former = linksets.of(target);
    Optional<Path> aside = Optional.empty();
    if (set.mappings().isEmpty()) {
      aside = linksets.setAside(target);
    } else {
      linksets.put(target, set, base);
    }
    try {
      if (!notes.equals(before.background())) {
        long[] count = {0};
        update.amend(
            amendment -> {
              amendment.set(node(name), quads);
              count[0] = amendment.rewritten();
            });
        long rewritten = before.rewritten() + count[0];
        update.publish(new Ledger(before.entries(), notes, rewritten, before.decisions()), base());
      }
      settle();
      return aside;
    } catch (RuntimeException | Error failure) {
      linksets.put(target, former, base);
      throw failure;
    }
  }

  /** Forces the new readings to disk, together with the old ones if those have become scattered. */
  private void settleReadings() {
    try {
      if (writer.isPresent()) {
        writer.get().flush();
        entries.putAll(update.archive().tidied(entries, writer.get()));
        writer.get().force();
      }
    } catch (IOException failure) {
      throw update.unwritten(failure);
    }
  }

  @Override
  public void close() {
    settle();
    try {
      if (writer.isPresent()) {
        writer.get().close();
      }
    } catch (IOException failure) {
      throw update.unwritten(failure);
    } finally {
      update.close();
    }
  }

  /** One pass from the readings to the next version. */
  private final class Commit {
    private final GraphMaker.Graphs graphs;
    private final Curation curation;
    private final Consumer<Violation> violations;
    private final ShapeGate gate = ShapeGate.load();

    /** Fingerprints for the articles whose graphs are not as the present version has them. */
    private final Map<String, String> sources = new HashMap<>();

    private int broken;
    private int regraphed;

    /** What became of one article. */
    private record Made(Entry entry, Collection<Quad> quads, List<Violation> violations) {}

    Commit(GraphMaker.Graphs graphs, Curation curation, Consumer<Violation> violations) {
      this.graphs = graphs;
      this.curation = curation;
      this.violations = violations;
    }

    Outcome run(String base) {
      Set<String> names = new HashSet<>();
      for (Entry entry : List.copyOf(entries.values())) {
        String source = graphs.source(entry.article(), entry.place().digest());
        Optional<GraphNote> held =
            Optional.ofNullable(before.entries().get(entry.article()))
                .flatMap(Entry::graph)
                .filter(note -> note.source().equals(source));
        if (held.isPresent()) {
          entries.put(entry.article(), entry.with(held.get()));
        } else {
          sources.put(entry.article(), source);
        }
        names.addAll(graphs.things(entry.article()));
      }
      NavigableMap<String, List<Quad>> background = new TreeMap<>();
      for (Quad quad : graphs.background()) {
        background.computeIfAbsent(quad.getGraph().getURI(), name -> new ArrayList<>()).add(quad);
        if (quad.getPredicate().equals(RDF.type.asNode()) && THINGS.contains(quad.getObject())) {
          names.add(quad.getSubject().getURI());
        }
      }
      Linksets.Graphs links = update.linksets().graphs(names, base);
      for (Quad quad : links.quads()) {
        background.computeIfAbsent(quad.getGraph().getURI(), name -> new ArrayList<>()).add(quad);
      }
      NavigableMap<String, GraphNote> notes = new TreeMap<>();
      background.forEach((name, quads) -> notes.put(name, note(quads)));
      List<String> removed =
          before.entries().keySet().stream().filter(id -> !entries.containsKey(id)).toList();
      boolean afresh = mustBeAfresh(removed.size());
      long rewritten = before.rewritten();
      if (afresh) {
        requireRoom();
        update.load(sink -> fill(sink, background.values()));
        rewritten = 0;
      } else if (!sources.isEmpty() || !removed.isEmpty() || !notes.equals(before.background())) {
        requireRoom();
        long[] count = {0};
        update.amend(
            amendment -> {
              amend(amendment, removed, background, notes);
              count[0] = amendment.rewritten();
            });
        rewritten += count[0];
      }
      Ledger ledger = new Ledger(entries, notes, rewritten, curation.decisions().size());
      Optional<String> known = entries.isEmpty() ? Optional.empty() : Optional.of(base);
      if (update.isWritten()) {
        update.publish(ledger, known);
      } else if (!ledger.equals(before)) {
        update.keep(ledger);
      }
      settle();
      return outcome(ledger, names.size(), afresh, links.warnings());
    }

    private boolean mustBeAfresh(int removed) {
      if (!update.hasCurrent() || before.entries().isEmpty()) {
        return true;
      }
      int graphCount = Math.max(entries.size(), before.entries().size());
      boolean some = !sources.isEmpty() || removed > 0;
      return some
          && (sources.size() + removed > graphCount * thrift.changedGraphs()
              || before.rewritten() > before.quads() * thrift.rewrittenQuads()
              || before.quads() < thrift.smallest());
    }

    private void fill(StreamRDF sink, Collection<List<Quad>> background) {
      sink.start();
      make(entries.values(), made -> made.quads().forEach(sink::quad));
      background.forEach(graph -> graph.forEach(sink::quad));
      sink.finish();
    }

    private void amend(
        Amendment amendment,
        List<String> removed,
        Map<String, List<Quad>> background,
        Map<String, GraphNote> notes) {
      removed.forEach(article -> amendment.set(node(graphs.name(article)), List.of()));
      make(
          entries.values().stream().filter(entry -> sources.containsKey(entry.article())).toList(),
          made -> amendment.set(node(graphs.name(made.entry().article())), made.quads()));
      notes.forEach(
          (name, note) -> {
            if (!note.equals(before.background().get(name))) {
              amendment.set(node(name), background.getOrDefault(name, List.of()));
            }
          });
      before.background().keySet().stream()
          .filter(name -> !notes.containsKey(name))
          .forEach(name -> amendment.set(node(name), List.of()));
    }

    /**
     * Makes graphs on all cores and notes what they came to; checks those that are not as before.
     */
    private void make(Collection<Entry> which, Consumer<Made> taker) {
      InOrder.work(
          Archive.inOrder(which).iterator(),
          this::made,
          made -> {
            made.violations().forEach(violations);
            broken += made.violations().size();
            regraphed++;
            entries.put(made.entry().article(), made.entry());
            if (broken == 0) {
              taker.accept(made);
            }
          });
      if (broken > 0) {
        throw new UserException(
            ExitCode.DATA,
            "The graph is not sound, so it is not loaded; the store is as it was. This is our bug: please report the lines above.");
      }
    }

    private Made made(Entry entry) {
      Collection<Quad> quads = graphs.of(update.archive().read(entry));
      String source = sources.get(entry.article());
      if (source == null) {
        return new Made(entry, quads, List.of());
      }
      GraphNote note = new GraphNote(source, quads.size(), ClaimTally.of(quads));
      return new Made(entry.with(note), quads, gate.check(quads));
    }

    private Outcome outcome(Ledger ledger, long thingCount, boolean afresh, List<String> ofLinks) {
      List<String> warnings = new ArrayList<>(graphs.resolution().warnings());
      warnings.addAll(ofLinks);
      SortedMap<String, Integer> claims = new TreeMap<>();
      long silent = 0;
      int stale = 0;
      for (Entry entry : entries.values()) {
        entry
            .graph()
            .ifPresent(
                note ->
                    note.claims()
                        .forEach((kind, count) -> claims.merge(kind, count, Integer::sum)));
        silent += entry.silent();
        stale += entry.engine().equals(engine) ? 0 : 1;
      }
      return new Outcome(
          entries.size(),
          ledger.quads(),
          thingCount,
          claims,
          silent,
          stale,
          regraphed,
          afresh,
          warnings);
    }
  }

  private static GraphNote note(Collection<Quad> quads) {
    MessageDigest hash = Digest.begin();
    SortedNQuads.lines(quads)
        .forEach(line -> hash.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    return new GraphNote(Digest.end(hash), quads.size(), new TreeMap<>());
  }

  private static Node node(String iri) {
    return NodeFactory.createURI(iri);
  }
}
