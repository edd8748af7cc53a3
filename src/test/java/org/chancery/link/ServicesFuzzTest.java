package org.chancery.link;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chancery.fuzz.Fuzzer;
import org.chancery.ontology.EntityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What services and files of others say, made worse. */
class ServicesFuzzTest {
  private static final URI ADDRESS = URI.create("http://service.example/");
  private static final Knowledge KNOWLEDGE = Knowledge.load();

  @SuppressWarnings("NullAway") // JUnit sets it.
  @TempDir
  Path folder;

  @Test
  void endpoints() throws Exception {
    Thing thing = thing();
    Fuzzer.feed(
        "endpoint",
        input -> found(new Endpoint(ADDRESS, new Canned(form -> input), KNOWLEDGE), thing),
        "\"type\":\"uri\"",
        "\"type\":\"bnode\"",
        "\"type\":\"literal\"",
        "\"xml:lang\":\"en us\"",
        "\"datatype\":\"http://www.w3.org/2001/XMLSchema#date\"",
        "http://www.w3.org/2004/02/skos/core#altLabel",
        "http://www.wikidata.org/prop/direct/P31",
        "{\"s\":",
        "\"boolean\":true");
  }

  @Test
  void reconciliation() throws Exception {
    Thing thing = thing();
    byte[] manifest =
        "{\"identifierSpace\":\"http://www.wikidata.org/entity/\"}"
            .getBytes(StandardCharsets.UTF_8);
    Fuzzer.feed(
        "reconciliation",
        input ->
            found(
                new Reconciliation(
                    ADDRESS, new Canned(form -> form.isPresent() ? input : manifest), KNOWLEDGE),
                thing),
        "\"q0\":",
        "\"result\":",
        "\"type\":[",
        "\"score\":",
        "1e999",
        "NaN",
        "null",
        "[[[[");
  }

  @Test
  void manifests() throws Exception {
    Thing thing = thing();
    byte[] answer = Fuzzer.corpus("reconciliation").get(0);
    Fuzzer.feed(
        "manifest",
        input ->
            found(
                new Reconciliation(
                    ADDRESS, new Canned(form -> form.isPresent() ? answer : input), KNOWLEDGE),
                thing),
        "\"identifierSpace\":",
        "null");
  }

  @Test
  void turtle() throws Exception {
    file("link-ttl", "a.ttl", "@prefix a: <urn:a> .", "<<", "\"\"\"", "@en-us-x", "( [] )");
  }

  @Test
  void triples() throws Exception {
    file("link-nt", "a.nt", "\\u0000", "\\uD800", "@en us", "^^<x>", "_:a");
  }

  @Test
  void rdfXml() throws Exception {
    file("link-rdf", "a.rdf", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "rdf:parseType=", "&#0;");
  }

  @Test
  void jsonLd() throws Exception {
    file("link-jsonld", "a.jsonld", "\"@context\":", "\"@id\":", "\"@import\":", "\"@type\":@json");
  }

  @Test
  void geonames() throws Exception {
    file("link-geonames", "a.txt", "PPLC", "CV");
  }

  private void file(String name, String file, String... words) throws Exception {
    Thing thing = thing();
    Path path = folder.resolve(file);
    Fuzzer.feed(
        name,
        input -> {
          Files.write(path, input);
          return found(LocalFile.open(List.of(path), KNOWLEDGE), thing);
        },
        words);
  }

  private static String found(Target target, Thing thing) {
    try (target) {
      return target.find(List.of(thing)).get(0).size() + " found";
    }
  }

  private static Thing thing() throws Exception {
    return LinkingTest.things().keySet().stream()
        .filter(each -> each.type() == EntityType.OFFICIAL)
        .filter(each -> each.label().equals("Nilza Tavora"))
        .findFirst()
        .orElseThrow();
  }

  /** Answers in the place of a service. */
  private record Canned(Function<Optional<String>, byte[]> answers) implements Service {
    @Override
    public <T> T ask(Optional<String> form, String accept, Function<byte[], T> reading) {
      return reading.apply(answers.apply(form));
    }
  }
}
