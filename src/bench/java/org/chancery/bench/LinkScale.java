package org.chancery.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.link.Linker;
import org.chancery.link.Target;
import org.chancery.link.Thing;
import org.chancery.mapping.Mapping;
import org.chancery.mapping.MappingSet;
import org.chancery.ontology.EntityType;

/**
 * How long it takes, and how much memory, to link invented things to an invented graph of many
 * labels. A fifth of the graph are near-duplicates of others, three things of ten are not in it.
 *
 * <pre>LinkScale LABELS THINGS</pre>
 *
 * One run for each process, as the peak of memory is the process's.
 */
public final class LinkScale {
  private static final String ITEM = "http://example.org/entity/";
  private static final String WIKIDATA = "http://www.wikidata.org/";
  private static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
  private static final String ALIAS = "http://www.w3.org/2004/02/skos/core#altLabel";
  private static final int COUNTRIES = 190;
  private static final int MINISTRIES = 25;
  private static final int GIVEN_NAMES = 2_000;
  private static final int SURNAMES = 40_000;
  private static final int TOWNS = 200_000;

  /** Cities, then organizations, agreements and meetings; the rest are people. */
  private static final double[] SHARES = {0.2, 0.3, 0.35, 0.4};

  private final Random random = new Random(1);
  private final List<Subject> subjects = new ArrayList<>();

  /** One thing of the invented graph. */
  private record Subject(
      int number, EntityType type, String name, int country, int ministry, LocalDate day) {
    String iri() {
      return ITEM + "E" + number;
    }
  }

  private LinkScale() {}

  public static void main(String[] arguments) throws IOException {
    // As the program itself does, whatever the machine's language.
    Locale.setDefault(Locale.ROOT);
    int labels = Integer.parseInt(arguments[0]);
    int things = Integer.parseInt(arguments[1]);
    Path file = Files.createTempFile("chancery-link-scale", ".nt");
    try {
      new LinkScale().measure(labels, things, file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void measure(int labels, int number, Path file) throws IOException {
    write(labels, file);
    Map<String, String> expected = new HashMap<>();
    List<Thing> things = things(number, expected);
    subjects.clear();
    Linker linker = Linker.load();
    long start = System.nanoTime();
    try (Target target = linker.files(List.of(file))) {
      long indexed = System.nanoTime();
      List<Mapping> found = linker.link(things, target, MappingSet.EMPTY);
      long end = System.nanoTime();
      long linked = found.stream().filter(Mapping::isLink).count();
      long right =
          found.stream()
              .filter(Mapping::isLink)
              .filter(link -> link.objectId().equals(expected.get(link.subjectId())))
              .count();
      System.out.printf(
          "%9d labels (%4d MiB) %7d things %7.1f s indexing %7.1f s linking %6.0f MiB %6.0f MiB heap  %d of %d linked, %d rightly, %d proposals%n",
          labels,
          Files.size(file) >> 20,
          number,
          (indexed - start) / 1e9,
          (end - indexed) / 1e9,
          PeakMemory.mebibytes(),
          heap(),
          linked,
          expected.size(),
          right,
          found.size() - linked);
    }
  }

  private static double heap() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == java.lang.management.MemoryType.HEAP) {
        bytes += pool.getPeakUsage().getUsed();
      }
    }
    return bytes / 1024.0 / 1024.0;
  }

  private void write(int labels, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int country = 0; country < COUNTRIES; country++) {
        for (int ministry = 0; ministry < MINISTRIES; ministry++) {
          text(out, office(country, ministry), LABEL, officeName(country, ministry));
          link(out, office(country, ministry), "prop/direct/P31", WIKIDATA + "entity/Q4164871");
          link(out, office(country, ministry), "prop/direct/P1001", country(country));
        }
      }
      int written = COUNTRIES * MINISTRIES;
      while (written < labels) {
        Subject subject = next();
        subjects.add(subject);
        tell(out, subject);
        written++;
        if (subject.number() % 4 == 0) {
          text(out, subject.iri(), ALIAS, subject.name() + " " + word(random.nextInt(SURNAMES)));
          written++;
        }
      }
    }
  }

  private Subject next() {
    int number = subjects.size();
    LocalDate day = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(12_000));
    if (number > 0 && random.nextInt(5) == 0) {
      Subject like = subjects.get(random.nextInt(number));
      boolean spelt = random.nextBoolean();
      return new Subject(
          number,
          like.type(),
          spelt ? respelt(like.name()) : like.name(),
          spelt ? like.country() : random.nextInt(COUNTRIES),
          random.nextInt(MINISTRIES),
          day);
    }
    double kind = random.nextDouble();
    EntityType type =
        kind < SHARES[0]
            ? EntityType.CITY
            : kind < SHARES[1]
                ? EntityType.ORGANIZATION
                : kind < SHARES[2]
                    ? EntityType.AGREEMENT
                    : kind < SHARES[3] ? EntityType.MEETING : EntityType.OFFICIAL;
    return new Subject(
        number, type, name(type), random.nextInt(COUNTRIES), random.nextInt(MINISTRIES), day);
  }

  private String name(EntityType type) {
    String place = word(skewed(TOWNS));
    return switch (type) {
      case CITY -> place;
      case ORGANIZATION -> place + " " + word(skewed(SURNAMES)) + " Organization";
      case AGREEMENT -> place + " " + word(skewed(SURNAMES)) + " Agreement";
      case MEETING -> (1 + random.nextInt(40)) + "th " + place + " Summit";
      default -> word(skewed(GIVEN_NAMES)) + " " + word(SURNAMES + skewed(SURNAMES));
    };
  }

  /** Small numbers are more frequent, as some names are. */
  private int skewed(int most) {
    double share = random.nextDouble();
    return (int) (most * share * share);
  }

  /** Another word for each number. */
  private static String word(int number) {
    String[] syllables = {
      "ba", "ke", "mi", "do", "ru", "sa", "te", "lin", "von", "gar", "ne", "po", "shi", "ta", "zu",
      "wen", "ha", "je", "la", "mor"
    };
    StringBuilder word = new StringBuilder();
    for (int left = number + syllables.length; left > 0; left /= syllables.length) {
      word.append(syllables[left % syllables.length]);
    }
    word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
    return word.toString();
  }

  private String respelt(String name) {
    int at = 1 + random.nextInt(name.length() - 1);
    return Character.isLetter(name.charAt(at))
        ? name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at + 1)
        : name;
  }

  private void tell(BufferedWriter out, Subject subject) throws IOException {
    text(out, subject.iri(), LABEL, subject.name());
    String place =
        "\"Point(%.4f %.4f)\"^^<http://www.opengis.net/ont/geosparql#wktLiteral>"
            .formatted(east(subject), north(subject));
    switch (subject.type()) {
      case CITY -> {
        link(out, subject.iri(), "prop/direct/P31", WIKIDATA + "entity/Q515");
        link(out, subject.iri(), "prop/direct/P17", country(subject.country()));
        line(out, subject.iri(), WIKIDATA + "prop/direct/P625", place);
      }
      case ORGANIZATION -> {
        link(out, subject.iri(), "prop/direct/P31", WIKIDATA + "entity/Q43229");
        link(out, subject.iri(), "prop/direct/P17", country(subject.country()));
      }
      case AGREEMENT, MEETING -> {
        boolean agreement = subject.type() == EntityType.AGREEMENT;
        link(
            out,
            subject.iri(),
            "prop/direct/P31",
            WIKIDATA + (agreement ? "entity/Q131569" : "entity/Q2761147"));
        day(out, subject.iri(), "prop/direct/P585", subject.day());
      }
      default -> {
        String term = ITEM + "T" + subject.number();
        String office = office(subject.country(), subject.ministry());
        link(out, subject.iri(), "prop/direct/P31", WIKIDATA + "entity/Q5");
        link(out, subject.iri(), "prop/direct/P27", country(subject.country()));
        link(out, subject.iri(), "prop/P39", term);
        link(out, term, "prop/statement/P39", office);
        day(out, term, "prop/qualifier/P580", subject.day());
        day(out, term, "prop/qualifier/P582", subject.day().plusDays(1_400));
      }
    }
  }

  private List<Thing> things(int number, Map<String, String> expected) {
    List<Thing> things = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      String iri = "https://w3id.org/chancery/id/thing/" + i;
      Subject like = subjects.get(random.nextInt(subjects.size()));
      boolean known = i % 10 < 7;
      if (known) {
        expected.put(iri, like.iri());
      }
      things.add(thing(iri, known ? like.name() : name(like.type()), like));
    }
    return things;
  }

  private static Thing thing(String iri, String name, Subject like) {
    boolean official = like.type() == EntityType.OFFICIAL;
    boolean event = like.type() == EntityType.AGREEMENT || like.type() == EntityType.MEETING;
    TreeSet<LocalDate> day = new TreeSet<>(Set.of(like.day().plusDays(official ? 400 : 0)));
    return new Thing(
        iri,
        like.type(),
        List.of(name),
        event ? Set.of() : Set.of(country(like.country()), "AA"),
        official
            ? List.of(new Thing.Held(List.of(officeName(like.country(), like.ministry())), day))
            : List.of(),
        event ? day : new TreeSet<>(),
        Set.of(),
        Optional.empty(),
        like.type() == EntityType.CITY
            ? Optional.of(new Thing.Place(north(like), east(like)))
            : Optional.empty());
  }

  private static double north(Subject subject) {
    return (subject.number() * 7919L % 16_000) / 100.0 - 80;
  }

  private static double east(Subject subject) {
    return (subject.number() * 104_729L % 36_000) / 100.0 - 180;
  }

  private static String country(int country) {
    return WIKIDATA + "entity/Q" + (1_000 + country);
  }

  private static String office(int country, int ministry) {
    return ITEM + "O" + country + "-" + ministry;
  }

  private static String officeName(int country, int ministry) {
    return word(TOWNS + ministry) + " Minister of " + word(country);
  }

  private static void day(BufferedWriter out, String subject, String predicate, LocalDate day)
      throws IOException {
    line(
        out,
        subject,
        WIKIDATA + predicate,
        "\"%sT00:00:00Z\"^^<http://www.w3.org/2001/XMLSchema#dateTime>".formatted(day));
  }

  private static void text(BufferedWriter out, String subject, String predicate, String text)
      throws IOException {
    line(out, subject, predicate, "\"" + text + "\"@en");
  }

  private static void link(BufferedWriter out, String subject, String predicate, String object)
      throws IOException {
    line(out, subject, WIKIDATA + predicate, "<" + object + ">");
  }

  private static void line(BufferedWriter out, String subject, String predicate, String object)
      throws IOException {
    out.write("<" + subject + "> <" + predicate + "> " + object + " .\n");
  }
}
