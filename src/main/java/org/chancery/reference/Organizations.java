package org.chancery.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.ExitCode;
import org.chancery.UserException;

/** Organizations and national institutions that the world knows by name. Immutable. */
public final class Organizations {
  private final List<KnownOrganization> all;
  private final Map<String, KnownOrganization> byId = new HashMap<>();
  private final NameTrie<KnownOrganization> names = new NameTrie<>();
  private final EverydayWords everyday;

  private Organizations(List<KnownOrganization> all, EverydayWords everyday) {
    this.all = List.copyOf(all);
    this.everyday = everyday;
    for (KnownOrganization organization : all) {
      byId.put(organization.id(), organization);
      names.add(organization.name(), organization);
      organization.shortForms().forEach(form -> names.add(form, organization));
      organization.aliases().forEach(alias -> names.add(alias, organization));
    }
  }

  /**
   * Reads the tables that are packed into the jar.
   *
   * @throws UserException with {@link ExitCode#CONFIG} if one is missing or malformed
   */
  public static Organizations load(Countries countries) {
    List<KnownOrganization> all = new ArrayList<>();
    all.addAll(
        Table.load(
            "organizations.tsv",
            List.of("id", "name", "short", "aliases", "kind"),
            row -> organization(row, Optional.empty())));
    all.addAll(
        Table.load(
            "institutions.tsv",
            List.of("id", "name", "short", "aliases", "kind", "country"),
            row -> organization(row, Optional.of(countries.required(row, 5).code()))));
    return new Organizations(all, countries.everyday());
  }

  private static KnownOrganization organization(Table.Row row, Optional<String> country) {
    return new KnownOrganization(
        row.matching(0, "[a-z0-9-]+"), row.text(1), row.list(2), row.list(3), row.text(4), country);
  }

  /** All organizations: the international ones by id, then the institutions by country and id. */
  public List<KnownOrganization> all() {
    return all;
  }

  public Optional<KnownOrganization> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The longest name of an organization that starts at a token. Empty inside a longer name that
   * starts before.
   *
   * @param tokens in the manner of the Penn Treebank, such as CoreNLP makes
   * @param from index of the first token, from 0
   */
  public Optional<Match> at(List<String> tokens, int from) {
    return names
        .at(tokens, from)
        .map(hit -> new Match(hit.tokens(), hit.values(), everyday.mayBe(hit)));
  }

  /** The candidates for a name; empty if no organization is called so. */
  public List<KnownOrganization> called(String name) {
    return at(List.of(name), 0).map(Match::organizations).orElse(List.of());
  }

  /**
   * An organization met in a text.
   *
   * @param tokens how many tokens its name spans
   * @param organizations the candidates in the order of {@link Organizations#all()}; never empty
   * @param everyday whether the form is also an everyday word or the name of a person, so that more
   *     than the form has to speak for the organization
   */
  public record Match(int tokens, List<KnownOrganization> organizations, boolean everyday) {
    public Match {
      organizations = List.copyOf(organizations);
    }

    /** The organization, if the form has only one. */
    public Optional<KnownOrganization> only() {
      return organizations.size() == 1 ? Optional.of(organizations.get(0)) : Optional.empty();
    }
  }
}
