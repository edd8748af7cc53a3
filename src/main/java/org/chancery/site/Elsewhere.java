package org.chancery.site;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.DatasetGraph;
import org.chancery.federation.Federation;
import org.chancery.query.CannedQuery;

/** What pages say of questions that are put to other hosts, too. */
final class Elsewhere {
  private Elsewhere() {}

  /** Whom a question is put to, such as "asks query.wikidata.org"; empty text if nobody. */
  static String briefly(CannedQuery query) {
    return query.services().isEmpty()
        ? ""
        : query.services().stream()
            .map(service -> URI.create(service).getHost())
            .collect(Collectors.joining(", ", "asks ", ""));
  }

  /** Whom a question is put to, and what that means; empty text if nobody. */
  static String note(CannedQuery query, DatasetGraph dataset) {
    if (query.services().isEmpty()) {
      return "";
    }
    String services = String.join(", ", query.services());
    List<String> missing = missing(query, dataset);
    return missing.isEmpty()
        ? "This asks %s, which learns what it is asked about.".formatted(services)
        : "This asks %s. That is off on this server: it needs %s where it is started."
            .formatted(
                services,
                missing.stream()
                    .map(service -> Federation.OPTION + " " + service)
                    .collect(Collectors.joining(" ")));
  }

  /** The services of a question that queries of this dataset may not ask. */
  static List<String> missing(CannedQuery query, DatasetGraph dataset) {
    Federation federation = Federation.of(dataset.getContext());
    return query.services().stream().filter(service -> !federation.allows(service)).toList();
  }
}
