package org.chancery.cli;

import java.nio.file.Path;
import org.chancery.ontology.Chy;
import org.chancery.store.StoreLedger;

/**
 * An IRI as people write it: in full, with or without angle brackets, or {@code id:country/ee} and
 * {@code country/ee}, as tables print it.
 */
record WrittenIri(String written) {
  /** In full: what is written short goes on from where the IRIs of the store's things start. */
  String in(Path store) {
    String bare = written.replaceFirst("^<(.*)>$", "$1").replaceFirst("^id:", "");
    return bare.contains("://") ? bare : StoreLedger.base(store).orElse(Chy.DEFAULT_BASE) + bare;
  }
}
