package org.chancery.resolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chancery.claims.Referent;

/**
 * Which officials are one person. Names must agree; the more they leave out, the more it takes
 * besides. Who serves one country is never who serves another.
 */
final class Officials {
  /** Appearances under one name in one service. */
  private record Node(
      PersonName name,
      Set<String> served,
      Set<String> countries,
      Set<OfficeTitle> titles,
      List<Appearance> members) {
    boolean mayBe(Node other) {
      return switch (name.likeness(other.name)) {
        case FULL -> !conflicts(other);
        case PARTIAL -> !conflicts(other) && sharesService(other);
        case SURNAME -> name.equals(other.name) && sharesOffice(other);
        case NONE -> false;
      };
    }

    boolean sharesService(Node other) {
      return intersect(served, other.served) || intersect(titles, other.titles);
    }

    /** Whether both were seen in one office of one country or organization. */
    boolean sharesOffice(Node other) {
      return !conflicts(other)
          && intersect(served, other.served)
          && titles.stream().anyMatch(one -> other.titles.stream().anyMatch(one::mayBe));
    }

    private boolean conflicts(Node other) {
      return !countries.isEmpty()
          && !other.countries.isEmpty()
          && !intersect(countries, other.countries);
    }
  }

  /** What was found to be one person. */
  private static final class Person {
    final List<Node> nodes;

    Person(List<Node> nodes) {
      this.nodes = new ArrayList<>(nodes);
    }

    int words() {
      return nodes.stream().mapToInt(node -> node.name.words().size()).max().orElseThrow();
    }

    Appearance first() {
      return nodes.stream().map(node -> node.members.get(0)).sorted().findFirst().orElseThrow();
    }

    /** Whether every name of this one is a surname of the other, seen in the same office. */
    boolean isSurnameOf(Person other) {
      return other.words() > words()
          && nodes.stream()
              .allMatch(
                  node ->
                      other.nodes.stream()
                          .anyMatch(
                              full ->
                                  node.name.likeness(full.name) == PersonName.Likeness.SURNAME
                                      && node.sharesOffice(full)));
    }

    Cluster cluster() {
      return new Cluster(nodes.stream().flatMap(node -> node.members.stream()).sorted().toList());
    }
  }

  private final Service service;

  private Officials(Service service) {
    this.service = service;
  }

  static void resolve(Corpus corpus, Entities entities) {
    Officials officials = new Officials(new Service(corpus, entities));
    List<Node> nodes = officials.nodes(corpus.all(Referent.Official.class));
    Likeness<Node> likeness =
        new Likeness<>(node -> node.name.blocks(), Node::mayBe, Node::sharesService);
    List<Person> people = likeness.group(nodes).stream().map(Person::new).toList();
    entities.add(
        withSurnames(people).stream().map(Person::cluster).toList(),
        cluster -> "official/" + Slug.of(cluster.label()));
  }

  private List<Node> nodes(List<Appearance> officials) {
    Map<String, List<Appearance>> alike =
        officials.stream()
            .collect(Collectors.groupingBy(this::nodeKey, TreeMap::new, Collectors.toList()));
    return alike.values().stream().map(this::node).toList();
  }

  /** A full name and a service make a node; a surname takes an office too, or is on its own. */
  private String nodeKey(Appearance official) {
    PersonName name = PersonName.of(official.names().best());
    Set<String> served = service.servedBy(official);
    String key = String.join(" ", name.words()) + "\n" + served;
    if (!name.isSingle()) {
      return key;
    }
    Set<OfficeTitle> titles = service.titlesOf(official);
    boolean identified = !served.isEmpty() && !titles.isEmpty();
    Object office =
        identified ? new TreeSet<>(titles.stream().map(Object::toString).toList()) : official;
    return key + "\n" + office;
  }

  private Node node(List<Appearance> members) {
    Appearance one = members.get(0);
    return new Node(
        PersonName.of(one.names().best()),
        service.servedBy(one),
        service.countriesOf(one),
        members.stream()
            .flatMap(member -> service.titlesOf(member).stream())
            .collect(Collectors.toSet()),
        members);
  }

  /** Adds who is known by surname alone to the one person it can be. */
  private static List<Person> withSurnames(List<Person> people) {
    Map<String, List<Person>> byWord = new TreeMap<>();
    for (Person person : people) {
      person.nodes.stream()
          .flatMap(node -> node.name.words().stream())
          .distinct()
          .forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(person));
    }
    List<Person> longestFirst =
        people.stream()
            .sorted(Comparator.comparingInt((Person p) -> -p.words()).thenComparing(Person::first))
            .toList();
    Set<Person> left = new LinkedHashSet<>(longestFirst);
    for (Person person : longestFirst) {
      List<String> words = person.nodes.get(0).name.words();
      List<Person> candidates =
          byWord.getOrDefault(words.get(words.size() - 1), List.of()).stream()
              .filter(left::contains)
              .filter(person::isSurnameOf)
              .toList();
      if (candidates.size() == 1) {
        candidates.get(0).nodes.addAll(person.nodes);
        left.remove(person);
      }
    }
    return List.copyOf(left);
  }

  private static <T> boolean intersect(Set<T> one, Set<T> other) {
    return one.stream().anyMatch(other::contains);
  }
}
