package org.chancery.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.chancery.Engine;
import org.chancery.ExitCode;
import org.chancery.GraphMaker;
import org.chancery.Reason;
import org.chancery.StoredCorpus;
import org.chancery.UserException;
import org.chancery.export.AtomicFile;
import org.chancery.link.Linker;
import org.chancery.link.Target;
import org.chancery.link.Thing;
import org.chancery.link.Things;
import org.chancery.mapping.LinksetGraph;
import org.chancery.mapping.Linksets;
import org.chancery.mapping.Mapping;
import org.chancery.mapping.MappingSet;
import org.chancery.mapping.Sssom;
import org.chancery.ontology.Chy;
import org.chancery.ontology.EntityType;
import org.chancery.reference.Cities;
import org.chancery.reference.Countries;
import org.chancery.store.Store;
import org.chancery.store.StoreLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code chancery link}: links the store's things to others' data, under review by a person. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = {
      "Links officials, offices, organizations, cities, agreements and meetings to what others",
      "call them. What is sure is linked, what may be is proposed; a person's decisions win.",
      "Each target has a graph and an SSSOM file of its own. No target: lists what is linked."
    },
    footerHeading = "%nExamples%n",
    footer = {
      "  ./chancery link wikidata --to subset.nt.gz --review review.sssom.tsv",
      "  ./chancery link wikidata --decisions review.sssom.tsv",
      "  ./chancery link wikidata --decisions review.sssom.tsv --take-back",
      "  ./chancery link geonames --to cities15000.txt --only city",
      "  ./chancery link --remove wikidata",
      "",
      "In a review file, a decision is a row with mapping_justification",
      "semapv:ManualMappingCuration: owl:sameAs or skos:exactMatch accepts,",
      "predicate_modifier Not rejects, object_id sssom:NoTermFound says that",
      "the target has no such thing. All other rows are passed over, unless",
      "--take-back says that what was decided of the same two things before is",
      "open again."
    })
final class LinkCommand implements Callable<Integer> {
  private final GraphSource source;

  @Parameters(
      arity = "0..1",
      paramLabel = "TARGET",
      description = "What to call the target, such as wikidata: small letters, digits and hyphens.")
  private Optional<String> target = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description =
          "Looks in files: RDF of any format, or GeoNames' dump (.txt); .gz, too. May be given several times.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "Asks a SPARQL endpoint. This sends names of the store there.")
  private Optional<URI> endpoint = Optional.empty();

  @Option(
      names = "--reconcile",
      paramLabel = "URL",
      description =
          "Asks a reconciliation service (API 0.2), which gives proposals alone. This sends names of the store there.")
  private Optional<URI> service = Optional.empty();

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "Keeps answers from the network there, and takes them from there.")
  private Optional<Path> cache = Optional.empty();

  @Option(
      names = "--only",
      paramLabel = "KIND",
      split = ",",
      converter = KindConverter.class,
      description = "official, office, organization, city, agreement, meeting; else all.")
  private Set<EntityType> only = EnumSet.noneOf(EntityType.class);

  @Option(
      names = "--decisions",
      paramLabel = "FILE",
      description = "Takes a person's decisions from an SSSOM file.")
  private Optional<Path> decisions = Optional.empty();

  @Option(
      names = "--take-back",
      description =
          "With --decisions: rows of that file without a decision take earlier decisions on them back.")
  private boolean takeBack;

  @Option(
      names = "--review",
      paramLabel = "FILE",
      description = "Writes all links, proposals and decisions as SSSOM, to be decided there.")
  private Optional<Path> review = Optional.empty();

  @Option(
      names = "--remove",
      description = "Takes the target's links away, and sets its decisions aside.")
  private boolean remove;

  @Mixin private StoreOption store = new StoreOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  LinkCommand(GraphSource source) {
    this.source = source;
  }

  @Override
  public Integer call() {
    Store.require(store.folder());
    if (target.isEmpty()) {
      return list();
    }
    String name = target.get();
    if (!Linksets.isTarget(name)) {
      throw new UserException(
          ExitCode.USAGE,
          "\"%s\" names no target: use small letters, digits and hyphens, such as wikidata."
              .formatted(name));
    }
    int ways =
        (files.isEmpty() ? 0 : 1)
            + (endpoint.isPresent() ? 1 : 0)
            + (service.isPresent() ? 1 : 0)
            + (remove ? 1 : 0);
    if (ways > 1) {
      throw new UserException(
          ExitCode.USAGE, "Pass one of --to, --endpoint, --reconcile and --remove.");
    }
    if (ways == 0 && decisions.isEmpty() && review.isEmpty()) {
      throw new UserException(
          ExitCode.USAGE,
          "Link to what? Pass --to FILE, --endpoint URL or --reconcile URL; or --decisions, --review or --remove.");
    }
    if (takeBack && decisions.isEmpty()) {
      throw new UserException(
          ExitCode.USAGE,
          "--take-back goes with --decisions FILE, whose rows without a decision take earlier ones back.");
    }
    return remove ? remove(name) : link(name);
  }

  private int list() {
    if (remove || decisions.isPresent() || review.isPresent() || !files.isEmpty()) {
      throw new UserException(ExitCode.USAGE, "Which target? Name it, such as wikidata.");
    }
    PrintWriter out = spec.commandLine().getOut();
    Map<String, MappingSet> sets = Store.linksets(store.folder()).all();
    sets.forEach((name, set) -> out.println(summary(name, set)));
    if (sets.isEmpty()) {
      out.println("No targets yet. See ./chancery link --help.");
    }
    out.flush();
    return ExitCode.OK;
  }

  private static String summary(String name, MappingSet set) {
    long links = set.mappings().stream().filter(Mapping::isLink).count();
    long proposals = set.mappings().stream().filter(Mapping::isProposal).count();
    return "%s: %d link%s, %d proposal%s, %d decision%s."
        .formatted(
            name,
            links,
            links == 1 ? "" : "s",
            proposals,
            proposals == 1 ? "" : "s",
            set.decisions().size(),
            set.decisions().size() == 1 ? "" : "s");
  }

  private int remove(String name) {
    Linksets linksets = Store.linksets(store.folder());
    if (!Files.isRegularFile(linksets.file(name))) {
      throw new UserException(
          ExitCode.NO_INPUT,
          "%s has no links to %s. ./chancery link --store %s lists its targets."
              .formatted(store.folder(), name, store.folder()));
    }
    PrintWriter out = spec.commandLine().getOut();
    try (StoredCorpus corpus = open()) {
      Optional<Path> aside = corpus.link(name, MappingSet.EMPTY, Set.of());
      out.println("Links to %s removed.".formatted(name));
      aside.ifPresent(
          file ->
              out.println(
                  "Its decisions are kept in %s; --decisions takes them again.".formatted(file)));
    }
    out.flush();
    return ExitCode.OK;
  }

  private int link(String name) {
    MappingSet known = Store.linksets(store.folder()).of(name);
    if (decisions.isPresent()) {
      known = decided(known, decisions.get());
    }
    MappingSet set = searches() ? found(known) : known;
    PrintWriter out = spec.commandLine().getOut();
    if (searches() || decisions.isPresent()) {
      try (StoredCorpus corpus = open()) {
        Set<String> things =
            source.read(store.folder(), dataset -> Things.iris(dataset.getUnionGraph()));
        corpus.link(name, set, things);
      }
    }
    if (review.isPresent()) {
      String base = StoreLedger.of(store.folder()).base().orElse(Chy.DEFAULT_BASE);
      String text = Sssom.write(set, LinksetGraph.name(name), base);
      new AtomicFile(review.get()).write(file -> file.write(text.getBytes(StandardCharsets.UTF_8)));
    }
    out.println(summary(name, set));
    out.flush();
    return ExitCode.OK;
  }

  private boolean searches() {
    return !files.isEmpty() || endpoint.isPresent() || service.isPresent();
  }

  private MappingSet found(MappingSet known) {
    Linker linker = Linker.load();
    Collection<EntityType> types = only.isEmpty() ? linker.types() : only;
    LongFunction<Optional<Thing.Place>> places = places();
    List<Thing> things =
        source.read(store.folder(), dataset -> Things.of(dataset.getUnionGraph(), types, places));
    try (Target opened = open(linker)) {
      Set<String> subjects = things.stream().map(Thing::iri).collect(Collectors.toSet());
      return known.withFound(subjects, linker.link(things, opened, known));
    }
  }

  private Target open(Linker linker) {
    return endpoint
        .map(address -> linker.endpoint(address, cache))
        .or(() -> service.map(address -> linker.reconciliation(address, cache)))
        .orElseGet(() -> linker.files(files));
  }

  private static LongFunction<Optional<Thing.Place>> places() {
    Cities cities = Cities.load(Countries.load());
    return id ->
        cities.byGeonames(id).map(city -> new Thing.Place(city.latitude(), city.longitude()));
  }

  /** What is known with what a person decided in a file. */
  private MappingSet decided(MappingSet known, Path file) {
    MappingSet set = reviewed(file);
    int again = known.withDecisions(set.decisions()).withdrawn(set.undecided());
    if (takeBack) {
      return known.withdrawing(set.undecided()).withDecisions(set.decisions());
    }
    if (set.decisions().isEmpty()) {
      throw new UserException(
          ExitCode.DATA,
          "%s holds no decision: a row whose mapping_justification is semapv:ManualMappingCuration. %s"
              .formatted(
                  file,
                  again > 0
                      ? "Pass --take-back to take earlier decisions on its rows back."
                      : "See ./chancery link --help."));
    }
    if (again > 0) {
      spec.commandLine()
          .getErr()
          .printf(
              "%d decision%s %s, though %s has %s no more. Pass --take-back, too, to take %s back.%n",
              again,
              again == 1 ? "" : "s",
              again == 1 ? "stays" : "stay",
              file,
              again == 1 ? "it" : "them",
              again == 1 ? "it" : "them");
    }
    return known.withDecisions(set.decisions());
  }

  private static MappingSet reviewed(Path file) {
    MappingSet set;
    try {
      set = Sssom.read(file.toString(), Files.readString(file));
    } catch (NoSuchFileException missing) {
      throw new UserException(
          ExitCode.NO_INPUT, "There is no file %s for --decisions.".formatted(file), missing);
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.NO_INPUT, "%s cannot be read: %s.".formatted(file, Reason.of(failure)), failure);
    }
    for (Mapping row : set.undecided()) {
      if (row.isByHand()) {
        throw new UserException(
            ExitCode.DATA,
            "%s: the row of <%s> and <%s> is semapv:ManualMappingCuration, but <%s> decides nothing. Write owl:sameAs or skos:exactMatch to accept, predicate_modifier Not to reject; everything is as it was."
                .formatted(file, row.subjectId(), row.objectId(), row.predicateId()));
      }
    }
    return set;
  }

  private StoredCorpus open() {
    return StoredCorpus.open(
        store.folder(), Engine.reading(), GraphMaker.load(), StoredCorpus.Thrift.STANDARD);
  }

  /** Reads the small-letter names of the kinds that are linked. */
  static final class KindConverter implements ITypeConverter<EntityType> {
    @Override
    public EntityType convert(String value) {
      for (EntityType type : Linker.load().types()) {
        if (type.name().toLowerCase(Locale.ROOT).equals(value)) {
          return type;
        }
      }
      throw new TypeConversionException(
          "\"%s\" is none of official, office, organization, city, agreement, meeting"
              .formatted(value));
    }
  }
}
