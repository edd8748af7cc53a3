package org.chancery.analysis;

import java.util.List;
import java.util.Optional;
import org.chancery.article.Span;

/**
 * A stretch of a sentence that names or describes something. Positions are tokens of the sentence,
 * from 0.
 */
public sealed interface Mention {
  /** 0-based position of the first token. */
  int from();

  /** Position just past the last token. */
  int to();

  /** The token that stands for the mention when it is collapsed to one word. */
  int head();

  /** How patterns call the kind: {@code {ner:OFFICIAL}}. */
  String kind();

  /**
   * A person by name, with the posts named around it.
   *
   * @param name the name as written, without title, rank and form of address
   * @param offices the posts in the order of nearness; empty if none stands there
   * @param gender told by a form of address or a title, if one does
   */
  record Person(
      int from, int to, int head, String name, List<OfficePhrase> offices, Optional<Gender> gender)
      implements Mention {
    public Person {
      offices = List.copyOf(offices);
    }

    @Override
    public String kind() {
      return "OFFICIAL";
    }
  }

  /** A person by a post alone: "the Chilean interior minister", "the Secretary". */
  record Post(int from, int to, int head, OfficePhrase office) implements Mention {
    @Override
    public String kind() {
      return "POST";
    }
  }

  /**
   * A country, or its government.
   *
   * @param code ISO alpha-2
   * @param byNationality whether only an adjective or noun of nationality stands there
   */
  record Country(int from, int to, int head, String code, boolean byNationality)
      implements Mention {
    @Override
    public String kind() {
      return "COUNTRY";
    }
  }

  /**
   * A city; where it acts, it stands for its country's government.
   *
   * @param countries ISO alpha-2 of the countries that have a city of that name, the likeliest
   *     first
   */
  record City(
      int from, int to, int head, String name, List<String> countries, Optional<Long> geonames)
      implements Mention {
    public City {
      countries = List.copyOf(countries);
    }

    @Override
    public String kind() {
      return "CITY";
    }
  }

  /**
   * An organization.
   *
   * @param acronym short form in brackets behind the name
   * @param country ISO alpha-2 of the country that it belongs to, if known
   */
  record Organization(
      int from, int to, int head, String name, Optional<String> acronym, Optional<String> country)
      implements Mention {
    @Override
    public String kind() {
      return "ORGANIZATION";
    }
  }

  /** A named place that is neither city nor country. */
  record Place(int from, int to, int head, String name) implements Mention {
    @Override
    public String kind() {
      return "PLACE";
    }
  }

  /**
   * What both occasions and documents are told by.
   *
   * @param noun lemma of the head, lower case: {@code summit}
   * @param label the words without determiner, complements included
   * @param core the words without determiner and complements
   * @param named whether it is a proper name
   * @param plural whether several are meant
   * @param determiner "the", "a", "this", … or empty, lower case
   * @param countries ISO codes of countries named inside, as in "U.S.-Chile talks"
   * @param city the city that it is called after, as in "the Riga summit"
   */
  record Described(
      String noun,
      String label,
      String core,
      boolean named,
      boolean plural,
      String determiner,
      List<String> countries,
      Optional<City> city) {
    public Described {
      countries = List.copyOf(countries);
    }

    public boolean isDefinite() {
      return determiner.equals("the")
          || determiner.equals("this")
          || determiner.equals("that")
          || determiner.equals("these");
    }
  }

  /**
   * A meeting.
   *
   * @param call whether it is held by telephone or video
   */
  record Meeting(int from, int to, int head, Described as, boolean strong, boolean call)
      implements Mention {
    @Override
    public String kind() {
      return "MEETING";
    }
  }

  /**
   * An agreement.
   *
   * @param shared whether it is one only between several parties: an action plan of one state is
   *     its own
   */
  record Agreement(int from, int to, int head, Described as, boolean strong, boolean shared)
      implements Mention {
    @Override
    public String kind() {
      return "AGREEMENT";
    }
  }

  /** A day, or days. */
  record Time(int from, int to, int head, DayMention day) implements Mention {
    @Override
    public String kind() {
      return "DAY";
    }
  }

  /** A personal pronoun that may stand for a person or a group. */
  record Pronoun(int from, int to, int head, String word) implements Mention {
    @Override
    public String kind() {
      return "PRONOUN";
    }
  }

  /**
   * "the two countries", "both sides", "the three ministers": a group told before.
   *
   * @param size how many it has; 0 if the words do not say
   */
  record Group(int from, int to, int head, Members members, int size) implements Mention {
    /** What a group consists of. */
    public enum Members {
      COUNTRIES,
      PEOPLE,
      ANY
    }

    @Override
    public String kind() {
      return "GROUP";
    }
  }

  /**
   * Direct speech, marks included.
   *
   * @param words where the words without the marks stand in the article
   * @param closed whether the closing mark stands there
   * @param sentence whether the words are written as a sentence
   */
  record Quote(int from, int to, int head, Span words, boolean closed, boolean sentence)
      implements Mention {
    @Override
    public String kind() {
      return "QUOTE";
    }
  }

  /** What grammatical gender tells of a person. */
  enum Gender {
    FEMALE,
    MALE
  }
}
