package org.chancery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.chancery.claims.ArticleReading;
import org.chancery.claims.Story;
import org.chancery.ontology.Predicate;
import org.chancery.ontology.Status;

/**
 * Invented readings of invented articles, for tests of what comes after reading. Officials with
 * changing posts and several forms of their names, cities, meetings and agreements come again in
 * several articles, and are partly told alike, partly not. Each article follows from the seed and
 * its number alone.
 *
 * @param size how many articles the world is made for: its people and events grow with it
 */
public record SyntheticNews(long seed, int size) {
  private static final String[] COUNTRIES = {
    "AR", "AT", "AU", "BE", "BO", "BR", "BW", "CA", "CH", "CL", "CO", "CR", "CZ", "DE", "DK", "EC",
    "EE", "EG", "ES", "FI", "FJ", "FR", "GB", "GE", "GH", "GR", "HR", "HU", "ID", "IE", "IN", "IS",
    "IT", "JM", "JO", "JP", "KE", "KR", "KZ", "LT", "LV", "MA", "MN", "MT", "MX", "MY", "NA", "NG",
    "NL", "NO", "NP", "NZ", "PA", "PE", "PH", "PL", "PT", "PY", "RO", "RS", "SE", "SG", "SI", "SK",
    "SN", "TH", "TN", "TR", "TV", "TZ", "UA", "UG", "UY", "VN", "ZA", "ZM"
  };
  private static final String[] FIELDS = {
    "Ports", "Fisheries", "Finance", "Foreign Affairs", "Health", "Transport", "Energy", "Justice",
    "Public Security", "Trade", "Education", "Water", "Labour", "Defence", "Tourism", "Culture"
  };
  private static final String[] START = {
    "Bar", "Cor", "Dal", "Fen", "Gor", "Hal", "Jor", "Kal", "Lum", "Mar", "Nor", "Pel", "Ros",
    "Sil", "Tor", "Val", "Wen", "Zam"
  };
  private static final String[] MIDDLE = {
    "a", "e", "i", "o", "u", "an", "el", "in", "or", "ul", "ad", "em", "is", "ov", "un"
  };
  private static final String[] END = {
    "bek", "dal", "feld", "gren", "hov", "kin", "lund", "mann", "nes", "quist", "ric", "son", "ti",
    "vic", "witz", "zo"
  };
  private static final String FILLER =
      " The talks went on into the evening, and the delegations praised the warm reception. "
          + "Reporters were told that further steps would be considered in due course.";

  /** Someone's post for some years. */
  private record Post(String name, String country, String title) {}

  /** What an article may tell of. */
  private record Event(
      boolean signing, LocalDate day, List<Post> people, String host, String city, String name) {}

  /** The identifier of an article. */
  public static String id(int article) {
    return "article-%07d".formatted(article);
  }

  /** What an article says. */
  public ArticleReading reading(int article) {
    return reading(article, 0);
  }

  /**
   * What an article says in one of its versions.
   *
   * @param version each is of the same event, told otherwise
   */
  public ArticleReading reading(int article, int version) {
    Random random = random(article * 1_000_003L + version * 7_919L + 1);
    Event event = event(random(article + 11L).nextInt(Math.max(2, size / 3)));
    List<String> called = new ArrayList<>();
    for (Post post : event.people) {
      called.add(spelled(post.name, random.nextInt(6)));
    }
    String act = event.signing ? "signed the " + event.name : "met at the " + event.name;
    StringBuilder text = new StringBuilder("Report ").append(article).append(". ");
    for (int i = 0; i < called.size(); i++) {
      Post post = event.people.get(i);
      text.append("%s, %s of %s, was there. ".formatted(called.get(i), post.title, post.country));
    }
    text.append("They %s in %s on %s. ".formatted(act, event.city, event.day));
    String words = "We agree on point %d of %d.".formatted(random.nextInt(50), version);
    text.append("“").append(words).append("” said ").append(called.get(0)).append('.');
    text.append(FILLER.repeat(1 + random.nextInt(6)));
    return story(article, text.toString(), event, called, words, random).reading();
  }

  private Story story(
      int article, String text, Event event, List<String> called, String words, Random random) {
    Story story =
        Story.of(id(article), text)
            .title("Report " + article)
            .published(event.day.plusDays(random.nextInt(3)).toString());
    Set<String> countries = new LinkedHashSet<>(List.of(event.host));
    event.people.forEach(post -> countries.add(post.country));
    countries.forEach(code -> story.country(code, code, "Land " + code));
    story.city("city", event.host, event.city);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < called.size(); i++) {
      Post post = event.people.get(i);
      String key = "p" + i;
      keys.add(key);
      story.official(key, called.get(i));
      story.office(key + "o", title(post.title, random), post.title, post.country);
      Status status = random.nextInt(12) == 0 ? Status.FORMER : Status.ASSERTED;
      story.says(key, Predicate.HOLDS_OFFICE, key + "o", status, called.get(i) + ", " + post.title);
      story.says(key, Predicate.REPRESENTS, post.country, status, called.get(i) + ", ");
    }
    String day = random.nextInt(5) == 0 ? "" : event.day.toString();
    boolean named = random.nextInt(4) > 0;
    String name = named ? event.name : event.signing ? "agreement" : "talks";
    if (event.signing) {
      story.agreement("e", name, named, day, countries.toArray(String[]::new));
      countries.forEach(code -> story.says(code, Predicate.SIGNS, "e", status(random), event.name));
      story.says("e", Predicate.SIGNED_IN, "city", Status.ASSERTED, event.city);
      story.saysDay(
          "e", Predicate.SIGNED_ON, event.day.toString(), Status.ASSERTED, event.day.toString());
    } else {
      story.meeting("e", name, named, day, "city", keys.toArray(String[]::new));
      keys.forEach(key -> story.says(key, Predicate.ATTENDS, "e", status(random), event.name));
      story.says("e", Predicate.HOSTED_IN, "city", Status.ASSERTED, "in " + event.city);
      story.saysDay(
          "e", Predicate.HELD_ON, event.day.toString(), Status.ASSERTED, event.day.toString());
    }
    if (keys.size() > 1) {
      story.says("p0", Predicate.MEETS_WITH, "p1", Status.ASSERTED, "They");
    }
    return story
        .quotation("q", words)
        .says("q", Predicate.SPEAKER, "p0", Status.ASSERTED, "said " + called.get(0));
  }

  private static Status status(Random random) {
    return random.nextInt(8) == 0 ? Status.PLANNED : Status.ASSERTED;
  }

  private Event event(int number) {
    Random random = random(number * 104_729L + 5);
    LocalDate day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3000));
    List<Post> people = new ArrayList<>();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      people.add(post(random.nextInt(Math.max(3, size / 6)), day));
    }
    String host = people.get(0).country;
    String city = capitalized("city" + host + random.nextInt(3));
    boolean signing = random.nextBoolean();
    String subject = FIELDS[random.nextInt(FIELDS.length)];
    String name =
        signing
            ? "%s %s Treaty".formatted(capitalized("t" + number / 2), subject)
            : "%s %s Summit".formatted(capitalized("s" + number / 2), subject);
    return new Event(signing, day, people, host, city, name);
  }

  /** The holder of a post on a day: another one every three years. */
  private Post post(int number, LocalDate day) {
    Random random = random(number * 31_337L + 3);
    String country = COUNTRIES[random.nextInt(COUNTRIES.length)];
    String field = FIELDS[random.nextInt(FIELDS.length)];
    String region = size > 2000 ? " of " + capitalized("region" + number / 16) : "";
    Random person = random(number * 65_537L + (day.getYear() + number) / 3);
    String name = word(person) + " " + word(person) + " " + word(person);
    return new Post(name, country, "Minister of " + field + region);
  }

  /** A word that follows from a text. */
  private String capitalized(String of) {
    return word(random(of.hashCode()));
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder(START[random.nextInt(START.length)]);
    for (int i = random.nextInt(3); i > 0; i--) {
      word.append(MIDDLE[random.nextInt(MIDDLE.length)]);
    }
    return word.append(END[random.nextInt(END.length)]).toString();
  }

  private static String title(String title, Random random) {
    return random.nextInt(3) == 0 ? title.replace(" of ", " for ") : title;
  }

  /** With all names, without the middle one, with its initial, or by surname alone. */
  private static String spelled(String name, int form) {
    String[] words = name.split(" ", 3);
    return switch (form) {
      case 0 -> words[0] + " " + words[2];
      case 1 -> words[0] + " " + words[1].charAt(0) + ". " + words[2];
      case 2 -> words[2];
      default -> name;
    };
  }

  private Random random(long number) {
    long mixed = (seed * 0x9E3779B97F4A7C15L) ^ (number * 0xBF58476D1CE4E5B9L);
    Random random = new Random(mixed ^ (mixed >>> 31));
    random.nextInt();
    return random;
  }
}
