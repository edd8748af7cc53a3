package org.chancery.ontology;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.chancery.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;

/** Rules and lexicons, made worse. */
class RulesFuzzTest {
  private static final VerbClasses VERBS = VerbClasses.load();

  @Test
  void rules() {
    Fuzzer.feed(
        "rules",
        input -> {
          RuleBook book = RuleBook.read("a.ttl", new ByteArrayInputStream(input), VERBS);
          return book.rules().size() + " " + book.contextRules().size();
        },
        "rule:pattern ",
        "rule:yields ",
        "rule:confidence ",
        "rule:onlyInHeadlines ",
        "rule:inPurposeClause ",
        "rule:example ",
        "rule:silentOn ",
        "rule:describes ",
        "chy:signs",
        "[ ]",
        "\"x\"@en",
        "\"x\"^^xsd:boolean",
        "<http://a b>",
        "@sign",
        "true",
        "( )");
  }

  @Test
  void lexicons() {
    Fuzzer.feed(
        "lexicon",
        input -> {
          Table table =
              Table.read(
                  "a.tsv",
                  new BufferedReader(new StringReader(new String(input, StandardCharsets.UTF_8))));
          for (Table.Row row : table.rows()) {
            row.get("phrase");
            row.get("status", Status.class);
          }
          return Math.min(3, table.rows().size());
        },
        "phrase",
        "status",
        "planned");
  }
}
