package org.chancery.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page out of its bytes. */
record WebPage(Page page, List<Read.Warning> warnings) {
  WebPage {
    warnings = List.copyOf(warnings);
  }

  /**
   * Decodes and reads a page.
   *
   * @param charset that it was sent with
   */
  static WebPage of(byte[] bytes, Optional<String> charset) throws Decoder.Unreadable {
    Decoder.Decoded decoded = Decoder.page(bytes, charset);
    Page page = Page.of(decoded.text());
    if (Decoder.isBlank(page.text())) {
      throw new Decoder.Unreadable("blank", "the page holds no text. Pass pages with an article");
    }
    List<Read.Warning> warnings = new ArrayList<>(decoded.warnings());
    warnings.addAll(page.warnings());
    return new WebPage(page, warnings);
  }
}
