package org.chancery.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.chancery.naming.Names;

/**
 * Things of others by what they are called, in a folder that goes when this is closed. What a
 * stream tells of one thing in several places is put together again. Merges keep the order of what
 * was added, so that the same data gives the same candidates.
 *
 * <p>Not for use by several threads.
 */
final class LabelIndex implements AutoCloseable {
  private static final String ID = "id";
  private static final String EXACT = "exact";
  private static final String WORD = "word";
  private static final String DATA = "data";
  private static final int SAME_NAME = 200;
  private static final int SAME_WORDS = 40;
  private static final int FUZZY = 20;
  private static final int BUFFER_MEGABYTES = 64;

  /** Longer ones are sentences, and Lucene takes no term of 32,766 bytes. */
  private static final int LONGEST_NAME = 1000;

  /** In UTF-16 code units; Lucene takes no term of more than 32,766 bytes. */
  private static final int LONGEST_IRI = 4_000;

  /** Shorter words have too many neighbours. */
  private static final int FUZZY_LENGTH = 5;

  private final Path folder;
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Map<String, Item> known = new HashMap<>();

  private LabelIndex(Path folder, Directory directory) throws IOException {
    this.folder = folder;
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
  }

  /** Takes what there is to index. */
  static final class Builder implements AutoCloseable {
    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private boolean done;

    Builder() {
      try {
        folder = Files.createTempDirectory("chancery-link");
        directory = FSDirectory.open(folder);
        writer =
            new IndexWriter(
                directory,
                new IndexWriterConfig(new KeywordAnalyzer())
                    .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                    .setMergePolicy(new LogByteSizeMergePolicy())
                    .setMergeScheduler(new SerialMergeScheduler()));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    void add(Item item) {
      if (item.values().isEmpty() || item.iri().length() > LONGEST_IRI) {
        return;
      }
      Document document = new Document();
      document.add(new StringField(ID, item.iri(), Field.Store.YES));
      Set<String> keys = new LinkedHashSet<>();
      Set<String> words = new LinkedHashSet<>();
      for (String name : item.names()) {
        if (name.length() <= LONGEST_NAME) {
          keys.add(Names.key(name));
          words.addAll(Names.telling(name));
        }
      }
      item.all(Role.GEONAMES).stream()
          .filter(id -> id.length() <= LONGEST_NAME)
          .forEach(id -> keys.add(Names.key("geonames " + id)));
      keys.forEach(key -> document.add(new StringField(EXACT, key, Field.Store.NO)));
      words.forEach(word -> document.add(new StringField(WORD, word, Field.Store.NO)));
      StringBuilder data = new StringBuilder();
      item.values()
          .forEach(
              (role, values) ->
                  values.forEach(
                      value ->
                          data.append(role)
                              .append('\t')
                              .append(value.replace('\n', ' '))
                              .append('\n')));
      document.add(new StoredField(DATA, data.toString()));
      try {
        writer.addDocument(document);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    LabelIndex index() {
      try {
        writer.close();
        done = true;
        return new LabelIndex(folder, directory);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public void close() {
      if (!done) {
        try {
          writer.rollback();
          directory.close();
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        } finally {
          delete(folder);
        }
      }
    }
  }

  /** Who may be meant: of the same name; of its words; of words like them, if nobody else is. */
  List<Item> candidates(Thing thing) {
    List<String> names = new ArrayList<>(thing.searched());
    thing.geonames().ifPresent(id -> names.add("geonames " + id));
    if (names.isEmpty()) {
      return List.of();
    }
    Set<String> found = new LinkedHashSet<>();
    BooleanQuery.Builder exact = new BooleanQuery.Builder();
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    BooleanQuery.Builder fuzzy = new BooleanQuery.Builder();
    names.stream()
        .map(Names::key)
        .distinct()
        .limit(IndexSearcher.getMaxClauseCount() / 8)
        .forEach(
            key -> {
              exact.add(new TermQuery(new Term(EXACT, key)), BooleanClause.Occur.SHOULD);
              List<String> telling = Names.telling(key).stream().distinct().limit(8).toList();
              words.add(all(telling, false), BooleanClause.Occur.SHOULD);
              fuzzy.add(all(telling, true), BooleanClause.Occur.SHOULD);
            });
    search(exact.build(), SAME_NAME, found);
    search(words.build(), SAME_WORDS, found);
    if (found.isEmpty()) {
      search(fuzzy.build(), FUZZY, found);
    }
    return found.stream().sorted().map(this::item).toList();
  }

  private static Query all(List<String> words, boolean fuzzy) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    int initials = 0;
    for (String word : words) {
      Term term = new Term(WORD, word);
      all.add(
          fuzzy && word.length() >= FUZZY_LENGTH ? new FuzzyQuery(term, 1) : new TermQuery(term),
          BooleanClause.Occur.SHOULD);
      initials += word.length() == 1 ? 1 : 0;
    }
    // One word of three may be missing, or any initial.
    int needed = words.size() - initials;
    return all.setMinimumNumberShouldMatch(Math.max(1, needed > 2 ? needed - 1 : needed)).build();
  }

  private void search(Query query, int limit, Set<String> found) {
    try {
      StoredFields stored = searcher.storedFields();
      for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
        found.add(stored.document(hit.doc, Set.of(ID)).get(ID));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** All that is known of an IRI; an empty item if that is nothing. */
  Item item(String iri) {
    if (known.size() > 100_000) {
      known.clear();
    }
    return known.computeIfAbsent(iri, this::read);
  }

  private Item read(String iri) {
    Item item = Item.empty(iri);
    try {
      StoredFields stored = searcher.storedFields();
      for (ScoreDoc hit : searcher.search(new TermQuery(new Term(ID, iri)), SAME_NAME).scoreDocs) {
        for (String line : stored.document(hit.doc).get(DATA).split("\n", -1)) {
          int tab = line.indexOf('\t');
          if (tab > 0) {
            item.add(Role.valueOf(line.substring(0, tab)), line.substring(tab + 1));
          }
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return item;
  }

  /** Whether one of some classes is one of others, or narrower than one. */
  boolean isA(Collection<String> types, Set<String> wanted) {
    Set<String> seen = new LinkedHashSet<>(types);
    List<String> next = new ArrayList<>(types);
    for (int depth = 0; depth < 8 && !next.isEmpty(); depth++) {
      List<String> wider = new ArrayList<>();
      for (String type : next) {
        if (wanted.contains(type)) {
          return true;
        }
        item(type).all(Role.SUBTYPE).stream().filter(seen::add).forEach(wider::add);
      }
      next = wider;
    }
    return false;
  }

  @Override
  public void close() {
    try (directory) {
      reader.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      // In the system's folder for what is temporary.
    }
  }
}
