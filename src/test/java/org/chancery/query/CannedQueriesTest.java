package org.chancery.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.chancery.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CannedQueriesTest {
  @Test
  void readsTheSameFromAJarWithoutEntriesForFolders(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("some jar.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String entry : new String[] {"queries/one.rq", "queries/notes.txt", "other/two.rq"}) {
        out.putNextEntry(new ZipEntry(entry));
        out.write("ASK { ?s ?p \"é\" }".getBytes(StandardCharsets.UTF_8));
      }
    }
    CannedQueries queries = CannedQueries.from(jar);
    assertThat(queries.names()).containsExactly("one");
    assertThat(queries.require("one").text()).isEqualTo("ASK { ?s ?p \"é\" }");
  }

  @Test
  void anUnknownNameOffersTheNearest() {
    assertThatThrownBy(() -> CannedQueries.load().require("who-meet-whom"))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(
            "There is no query \"who-meet-whom\". Did you mean who-met-whom or ");
    assertThatThrownBy(() -> CannedQueries.load().require("agreements"))
        .hasMessageContaining("Did you mean agreements-of-country or ");
  }
}
