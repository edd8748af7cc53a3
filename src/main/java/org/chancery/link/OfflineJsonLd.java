package org.chancery.link;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;

/** JSON-LD may name a context at any address; a file of the user's is no reason to ask there. */
final class OfflineJsonLd {
  private OfflineJsonLd() {}

  static JsonLdOptions options() {
    JsonLdOptions options = new JsonLdOptions();
    options.setDocumentLoader(
        (address, settings) -> {
          throw new JsonLdError(
              JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
              "the context at " + address + " is not fetched; put it into the file");
        });
    return options;
  }
}
