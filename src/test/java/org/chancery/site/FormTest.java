package org.chancery.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | TURTLE",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML",
        "text/html | HTML",
        "TEXT/HTML | HTML",
        "text/* | TURTLE",
        "text/*;q=0.3, text/html;q=0.7 | HTML",
        "text/*, text/turtle;q=0.1 | HTML",
        "application/ld+json;q=0.9, text/turtle;q=0.8 | JSON_LD",
        "application/ld+json;profile=x;q=0.4, application/n-triples;q=0.5 | N_TRIPLES",
        "application/rdf+xml | RDF_XML",
        "*/*;q=0.1, text/turtle;q=0 | JSON_LD",
        "nonsense, text/html | HTML",
        "image/png, application/n-triples | N_TRIPLES",
      })
  void mostWantedFormIsGiven(String accept, Form form) {
    assertThat(Form.wanted(accept)).contains(form);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image/png",
        "text/html;q=0",
        "*/*;q=0",
        "text/html;q=high",
        "text/turtle;q=2",
        "nonsense",
      })
  void nothingIsGivenWhereNothingFits(String accept) {
    assertThat(Form.wanted(accept)).isEmpty();
  }

  @Test
  void whoDoesNotSayGetsTurtle() {
    assertThat(Form.wanted(null)).contains(Form.TURTLE);
    assertThat(Form.wanted(" ")).contains(Form.TURTLE);
  }
}
