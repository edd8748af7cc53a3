package org.chancery.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.Phrases;
import org.chancery.Sample;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Names, and the posts named around them. */
class OfficeGrammarTest {
  @TestFactory
  Stream<DynamicTest> peopleHaveThePostsNamedAroundThem() {
    return Phrases.of("offices").stream()
        .map(
            row ->
                dynamicTest(
                    row.get("sentence"),
                    () -> assertThat(people(row.get("sentence"))).isEqualTo(row.get("reads"))));
  }

  @Test
  void womanIsKnownByHerTitle() {
    assertThat(mentions("Spokeswoman Grace Nambi thanked the crew."))
        .singleElement()
        .satisfies(person -> assertThat(person.gender()).contains(Mention.Gender.FEMALE));
  }

  @Test
  void nameLeavesOutPostAndRank() {
    String text = "Defense Minister Gen. Peter Okoro thanked the crew.";
    assertThat(mentions(text))
        .singleElement()
        .extracting(Mention.Person::name)
        .isEqualTo("Peter Okoro");
  }

  @Test
  void postAloneIsNoPerson() {
    Sample sample = Sample.of("Kenya's interior minister thanked the crew.");
    List<Mention> mentions = sample.analysis().sentences().get(0).mentions();
    assertThat(mentions).noneMatch(Mention.Person.class::isInstance);
    assertThat(mentions).anyMatch(Mention.Post.class::isInstance);
  }

  private static List<Mention.Person> mentions(String text) {
    return Sample.of(text).analysis().sentences().stream()
        .flatMap(read -> read.mentions().stream())
        .filter(Mention.Person.class::isInstance)
        .map(Mention.Person.class::cast)
        .toList();
  }

  private static String people(String text) {
    return mentions(text).stream()
        .map(person -> person.name() + ": " + offices(person))
        .collect(Collectors.joining(" | "));
  }

  private static String offices(Mention.Person person) {
    if (person.offices().isEmpty()) {
      return "none";
    }
    return person.offices().stream()
        .map(OfficeGrammarTest::office)
        .collect(Collectors.joining(" + "));
  }

  private static String office(OfficePhrase office) {
    String holding =
        office.holding() == OfficePhrase.Holding.CURRENT
            ? ""
            : office.holding().name().toLowerCase(Locale.ROOT) + " ";
    return holding + office.title() + office.owner().map(OfficeGrammarTest::owner).orElse("");
  }

  private static String owner(OfficePhrase.Owner owner) {
    if (owner instanceof OfficePhrase.Owner.OfCountry country) {
      return " @" + country.code();
    }
    if (owner instanceof OfficePhrase.Owner.OfOrganization organization) {
      return " @" + organization.name();
    }
    throw new AssertionError("no name for " + owner);
  }
}
