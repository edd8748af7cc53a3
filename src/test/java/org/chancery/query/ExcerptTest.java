package org.chancery.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  private final DatasetGraph dataset = DatasetGraphFactory.create();
  private final Query query = QueryFactory.create("SELECT * { ?s ?p ?o }");

  ExcerptTest() {
    dataset.add(SSE.parseQuad("(_ <urn:s> <urn:p> <urn:o>)"));
  }

  @Test
  void isTheBeginningOfAnAnswer() {
    assertThat(Excerpt.of(query, dataset, 1, ending -> {}).whole()).isTrue();
    assertThat(Excerpt.of(query, dataset, 0, ending -> {}).whole()).isFalse();
  }

  @Test
  void whoWatchesCanEndIt() {
    assertThatThrownBy(() -> Excerpt.of(query, dataset, 1, Runnable::run))
        .isInstanceOf(QueryCancelledException.class);
  }
}
