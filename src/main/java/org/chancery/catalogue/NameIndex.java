package org.chancery.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.chancery.catalogue.Catalogue.Hit;
import org.chancery.catalogue.Catalogue.Hits;
import org.chancery.catalogue.Census.Thing;

/**
 * Names in memory, one document for each thing, in the order of how often it is mentioned: among
 * equally good hits Lucene prefers the earlier document.
 */
final class NameIndex {
  private static final String IRI = "iri";
  private static final String IRI_TERM = "iriTerm";
  private static final String KIND = "kind";
  private static final String ARTICLES = "articles";

  /** As they are shown. */
  private static final String LABEL = "label";

  private static final String ALIAS = "alias";

  /** Their words. */
  private static final String LABEL_WORDS = "labelWords";

  private static final String ALL_WORDS = "allWords";

  /** All words of one name in a row. */
  private static final String WHOLE_LABEL = "wholeLabel";

  private static final String WHOLE_ALIAS = "wholeAlias";

  /** Each outweighs those after it together. */
  private static final int FOR_WHOLE_LABEL = 16;

  private static final int FOR_WHOLE_ALIAS = 8;
  private static final int FOR_LABEL = 4;
  private static final int FOR_WHOLE_WORDS = 2;

  /** More than any number of words comes to. */
  private static final int FOR_SAME_NAME = 10_000;

  private static final float FOR_NEAR_WORD = 0.5f;

  /** More would be no name. */
  private static final int MAX_WORDS = 12;

  /** Of shorter words, those that are off by a letter are other words. */
  private static final int MIN_FUZZY = 4;

  private static final int MAX_NAMESAKES = 20;

  private final NameAnalyzer analyzer = new NameAnalyzer();
  private final IndexSearcher searcher;

  NameIndex(List<Thing> things) {
    IndexWriterConfig config = new IndexWriterConfig(analyzer);
    config.setMergePolicy(new LogDocMergePolicy());
    ByteBuffersDirectory memory = new ByteBuffersDirectory();
    try {
      try (IndexWriter writer = new IndexWriter(memory, config)) {
        for (Thing thing : things) {
          writer.addDocument(document(thing));
        }
        writer.forceMerge(1);
      }
      searcher = new IndexSearcher(DirectoryReader.open(memory));
      // Its cache is for indexes that are on disks.
      searcher.setQueryCache(null);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Document document(Thing thing) {
    Document document = new Document();
    document.add(new StoredField(IRI, thing.iri()));
    document.add(new StringField(IRI_TERM, cut(thing.iri()), Field.Store.NO));
    document.add(new StringField(KIND, thing.kind().toString(), Field.Store.YES));
    document.add(new StoredField(ARTICLES, thing.articles()));
    document.add(new StoredField(LABEL, thing.label()));
    String label = NameAnalyzer.plain(thing.label());
    document.add(new TextField(LABEL_WORDS, label, Field.Store.NO));
    document.add(new TextField(ALL_WORDS, label, Field.Store.NO));
    document.add(new StringField(WHOLE_LABEL, whole(thing.label()), Field.Store.NO));
    for (String alias : thing.aliases()) {
      document.add(new StoredField(ALIAS, alias));
      document.add(new TextField(ALL_WORDS, NameAnalyzer.plain(alias), Field.Store.NO));
      document.add(new StringField(WHOLE_ALIAS, whole(alias), Field.Store.NO));
    }
    return document;
  }

  private String whole(String name) {
    return cut(String.join(" ", analyzer.words(name)));
  }

  private static String cut(String term) {
    // Lucene takes no longer terms than 32,766 bytes.
    return term.substring(0, Math.min(term.length(), 500));
  }

  Hits search(String text, Set<Kind> kinds, int skip, int most) {
    List<String> words = analyzer.words(text);
    if (words.size() > MAX_WORDS) {
      words = words.subList(0, MAX_WORDS);
    }
    if (words.isEmpty() && !text.isBlank()) {
      return new Hits(0, false, List.of(), Map.of());
    }
    try {
      Query exact = words.isEmpty() ? new MatchAllDocsQuery() : ranked(words);
      Hits hits = hits(exact, words, kinds, skip, most, false);
      if (hits.kinds().isEmpty() && words.stream().anyMatch(word -> word.length() >= MIN_FUZZY)) {
        return hits(all(ALL_WORDS, words, NameIndex::near), words, kinds, skip, most, true);
      }
      return hits;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Optional<String> only(String label) {
    try {
      TopDocs top =
          searcher.search(new TermQuery(new Term(WHOLE_LABEL, whole(label))), MAX_NAMESAKES);
      StoredFields fields = searcher.storedFields();
      List<String> iris = new ArrayList<>();
      for (ScoreDoc found : top.scoreDocs) {
        Document document = fields.document(found.doc);
        if (label.equals(document.get(LABEL))) {
          iris.add(document.get(IRI));
        }
      }
      return iris.size() == 1 && top.scoreDocs.length < MAX_NAMESAKES
          ? Optional.of(iris.get(0))
          : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<Thing> likely(String name, Set<Kind> kinds, int most) {
    List<String> words = analyzer.words(name);
    if (words.isEmpty()) {
      return List.of();
    }
    String whole = whole(name);
    BooleanQuery.Builder any =
        new BooleanQuery.Builder()
            .add(score(new TermQuery(new Term(WHOLE_LABEL, whole)), FOR_SAME_NAME), Occur.SHOULD)
            .add(score(new TermQuery(new Term(WHOLE_ALIAS, whole)), FOR_SAME_NAME), Occur.SHOULD);
    for (String word : words.subList(0, Math.min(words.size(), MAX_WORDS))) {
      any.add(full(ALL_WORDS, cut(word)), Occur.SHOULD);
      if (word.length() >= MIN_FUZZY) {
        any.add(new BoostQuery(near(ALL_WORDS, cut(word)), FOR_NEAR_WORD), Occur.SHOULD);
      }
    }
    Query query = kinds.isEmpty() ? any.build() : among(any.build(), kinds);
    return things(query, most);
  }

  Optional<Thing> find(String iri) {
    return things(new TermQuery(new Term(IRI_TERM, cut(iri))), MAX_NAMESAKES).stream()
        .filter(thing -> thing.iri().equals(iri))
        .findFirst();
  }

  private List<Thing> things(Query query, int most) {
    try {
      List<Thing> things = new ArrayList<>();
      StoredFields fields = searcher.storedFields();
      for (ScoreDoc found : searcher.search(query, most).scoreDocs) {
        Document document = fields.document(found.doc);
        things.add(
            new Thing(
                document.get(IRI),
                Kind.named(document.get(KIND)).orElseThrow(),
                document.get(LABEL),
                List.of(document.getValues(ALIAS)),
                document.getField(ARTICLES).numericValue().intValue()));
      }
      return things;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Query ranked(List<String> words) {
    String whole = String.join(" ", words);
    return new BooleanQuery.Builder()
        .add(all(ALL_WORDS, words, NameIndex::begun), Occur.FILTER)
        .add(score(new TermQuery(new Term(WHOLE_LABEL, whole)), FOR_WHOLE_LABEL), Occur.SHOULD)
        .add(score(new TermQuery(new Term(WHOLE_ALIAS, whole)), FOR_WHOLE_ALIAS), Occur.SHOULD)
        .add(score(all(LABEL_WORDS, words, NameIndex::begun), FOR_LABEL), Occur.SHOULD)
        .add(score(all(ALL_WORDS, words, NameIndex::full), FOR_WHOLE_WORDS), Occur.SHOULD)
        .build();
  }

  private static Query score(Query query, int score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }

  private static Query all(
      String field, List<String> words, BiFunction<String, String, Query> matching) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words.forEach(word -> all.add(matching.apply(field, word), Occur.FILTER));
    return all.build();
  }

  private static Query begun(String field, String word) {
    return new PrefixQuery(new Term(field, word));
  }

  private static Query full(String field, String word) {
    return new TermQuery(new Term(field, word));
  }

  private static Query near(String field, String word) {
    return word.length() < MIN_FUZZY
        ? begun(field, word)
        : new FuzzyQuery(new Term(field, word), 1);
  }

  private Hits hits(
      Query query, List<String> words, Set<Kind> kinds, int skip, int most, boolean similar)
      throws IOException {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      int count = searcher.count(among(query, Set.of(kind)));
      if (count > 0) {
        counts.put(kind, count);
      }
    }
    Query wanted = kinds.isEmpty() ? query : among(query, kinds);
    int total =
        counts.entrySet().stream()
            .filter(count -> kinds.isEmpty() || kinds.contains(count.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    List<Hit> hits = new ArrayList<>();
    if (skip < total && most > 0) {
      int last = Math.min(total, skip + most);
      TopDocs top = searcher.search(wanted, new TopScoreDocCollectorManager(last, last));
      StoredFields fields = searcher.storedFields();
      for (ScoreDoc found : Arrays.asList(top.scoreDocs).subList(skip, top.scoreDocs.length)) {
        hits.add(hit(fields.document(found.doc), words));
      }
    }
    return new Hits(total, similar, hits, counts);
  }

  private static Query among(Query query, Set<Kind> kinds) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    kinds.forEach(kind -> any.add(new TermQuery(new Term(KIND, kind.toString())), Occur.SHOULD));
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(any.build(), Occur.FILTER).build();
  }

  private Hit hit(Document document, List<String> words) {
    String label = document.get(LABEL);
    return new Hit(
        document.get(IRI),
        Kind.named(document.get(KIND)).orElseThrow(),
        label,
        has(label, words)
            ? Optional.empty()
            : Arrays.stream(document.getValues(ALIAS)).filter(a -> has(a, words)).findFirst(),
        document.getField(ARTICLES).numericValue().intValue());
  }

  private boolean has(String name, List<String> words) {
    Set<String> own = new HashSet<>(analyzer.words(name));
    return words.stream()
        .allMatch(word -> own.stream().anyMatch(candidate -> candidate.startsWith(word)));
  }
}
