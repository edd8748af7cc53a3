package org.chancery.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The lists that the build made just now, against those that are kept and packed. */
class SupplyIT {
  private static final String LICENCES = "META-INF/chancery/THIRD-PARTY.txt";
  private static final String COMPONENTS = "META-INF/sbom/chancery.cdx.json";

  @Test
  void componentsAreAsListed() throws IOException {
    String made = System.getProperty("chancery.sbom", "");
    assumeFalse(made.isEmpty(), "this build made no list of components (-DskipSbom)");

    assertKept(Path.of(made), COMPONENTS);
  }

  @Test
  void licencesAreAsListed() throws IOException {
    assertKept(Path.of("target", "THIRD-PARTY.txt"), LICENCES);
  }

  @Test
  void jarHasBothLists() throws IOException {
    try (ZipFile jar = new ZipFile(System.getProperty("chancery.jar"))) {
      for (String name : new String[] {COMPONENTS, LICENCES}) {
        ZipEntry entry = jar.getEntry(name);
        assertThat(entry).as(name).isNotNull();
        assertThat(jar.getInputStream(entry)).hasBinaryContent(Files.readAllBytes(kept(name)));
      }
    }
  }

  private static void assertKept(Path made, String name) throws IOException {
    assertThat(Files.readString(made))
        .as("What is in the jar changed. See what and why, then: cp %s %s", made, kept(name))
        .isEqualTo(Files.readString(kept(name)));
  }

  private static Path kept(String name) {
    return Path.of("src", "main", "resources").resolve(name);
  }
}
