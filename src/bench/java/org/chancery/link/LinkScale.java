package org.chancery.link;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.mapping.Mapping;
import org.chancery.mapping.MappingSet;
import org.chancery.ontology.EntityType;

/**
 * How linking grows: so many invented officials against a local file of so many labels. Arguments:
 * how many things, how many labels, seed of the names.
 */
public final class LinkScale {
  private static final String ITEM = "http://www.wikidata.org/entity/Q";
  private static final String DIRECT = "http://www.wikidata.org/prop/direct/";
  private static final int COUNTRIES = 200;
  private static final int OFFICES = 2000;
  private static final int FIRST_OFFICE = 100_000_000;
  private static final String[] SYLLABLES =
      "ba be di do fa fe ga go ha ju ka ki la le li lo ma me mi na ne no pa po ra re ri ro sa se si so ta te ti to va ve vi zo"
          .split(" ", -1);

  private LinkScale() {}

  public static void main(String[] arguments) throws IOException {
    int things = Integer.parseInt(arguments[0]);
    int labels = Integer.parseInt(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    Path file = Files.createTempFile("labels", ".nt");
    try {
      List<Thing> ours = write(file, things, labels, seed);
      long start = System.nanoTime();
      Linker linker = Linker.load();
      try (Target target = linker.files(List.of(file))) {
        long indexed = System.nanoTime();
        List<Mapping> found = linker.link(ours, target, MappingSet.EMPTY);
        long linked = System.nanoTime();
        System.out.printf(
            "%d things, %d labels (%d MiB): indexed in %.1f s, linked in %.1f s; %d links, %d proposals%n",
            things,
            labels,
            Files.size(file) >> 20,
            (indexed - start) / 1e9,
            (linked - indexed) / 1e9,
            found.stream().filter(Mapping::isLink).count(),
            found.stream().filter(Mapping::isProposal).count());
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .forEach(System.out::println);
      }
    } finally {
      Files.delete(file);
    }
  }

  /** Every second thing is in the file. */
  private static List<Thing> write(Path file, int things, int labels, long seed)
      throws IOException {
    Random random = new Random(seed);
    List<Thing> ours = new ArrayList<>();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < OFFICES; i++) {
        int office = FIRST_OFFICE + i;
        say(out, office, "http://www.w3.org/2000/01/rdf-schema#label", "\"" + office(i) + "\"@en");
      }
      int every = Math.max(1, labels / Math.max(1, things / 2));
      for (int i = 0; i < labels; i++) {
        String name = word(random, 2) + " " + word(random, 3);
        int country = 1 + random.nextInt(COUNTRIES);
        int office = random.nextInt(OFFICES);
        int item = 1000 + i;
        say(out, item, "http://www.w3.org/2000/01/rdf-schema#label", "\"" + name + "\"@en");
        say(out, item, DIRECT + "P31", "<" + ITEM + "5>");
        say(out, item, DIRECT + "P27", "<" + ITEM + country + ">");
        say(out, item, DIRECT + "P39", "<" + ITEM + (FIRST_OFFICE + office) + ">");
        if (i % every == 0 && ours.size() < things) {
          ours.add(thing(ours.size(), name, country, office));
        }
      }
    }
    while (ours.size() < things) {
      String name = word(random, 2) + " " + word(random, 4);
      ours.add(thing(ours.size(), name, 1 + random.nextInt(COUNTRIES), random.nextInt(OFFICES)));
    }
    return ours;
  }

  private static Thing thing(int number, String name, int country, int office) {
    return new Thing(
        "https://w3id.org/chancery/id/official/" + number,
        EntityType.OFFICIAL,
        List.of(name),
        Set.of(ITEM + country),
        List.of(new Thing.Held(List.of(office(office)), new TreeSet<LocalDate>())),
        new TreeSet<>(),
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static String office(int number) {
    return "Minister of Portfolio" + number;
  }

  private static String word(Random random, int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static void say(BufferedWriter out, int item, String predicate, String object)
      throws IOException {
    out.write("<" + ITEM + item + "> <" + predicate + "> " + object + " .\n");
  }
}
