package org.chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class OriginConverterTest {
  @Test
  void originIsWrittenAsBrowsersWriteIt() {
    assertThat(new OriginConverter().convert("https://Bench.example:8443/"))
        .isEqualTo("https://bench.example:8443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "",
        "bench.example",
        "ftp://bench.example",
        "https://*.example",
        "https://bench.example/page",
        "https://bench.example;script-src *"
      })
  void whatIsNoOriginIsRefused(String value) {
    assertThatThrownBy(() -> new OriginConverter().convert(value))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("is no origin of pages");
  }
}
