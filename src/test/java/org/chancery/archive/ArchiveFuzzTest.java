package org.chancery.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chancery.SyntheticNews;
import org.chancery.UserException;
import org.chancery.claims.ArticleReading;
import org.chancery.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store keeps of its articles, damaged: that is noticed, and nothing else happens. */
class ArchiveFuzzTest {
  @SuppressWarnings("NullAway") // JUnit sets it.
  @TempDir
  Path folder;

  /** Records whose hash is right, as a broken program might write them. */
  @Test
  void readings() {
    SyntheticNews news = new SyntheticNews(7, 3);
    Fuzzer.feed(
        "reading",
        List.of(
            ReadingCodec.encode(news.reading(0)),
            ReadingCodec.encode(news.reading(1)),
            ReadingCodec.encode(news.reading(2))),
        input -> {
          try {
            ArticleReading reading = ReadingCodec.decode(input);
            return reading.claims().isEmpty();
          } catch (IOException refused) {
            return refused.getMessage();
          }
        },
        "SIGNS",
        "ASSERTED",
        "BODY");
  }

  /** Ledgers whose hash is right. */
  @Test
  void ledgers() throws IOException {
    Path file = folder.resolve("ledger-1");
    Entry entry =
        new Entry(
            "reef-7",
            "0".repeat(64),
            "engine",
            Optional.of("Reef Pact"),
            Optional.of(LocalDate.of(2031, 5, 3)),
            2,
            new Place(1, 0, 900, "0".repeat(64)),
            Optional.of(new GraphNote("source", 40, new TreeMap<>(Map.of("SIGNS", 2)))));
    Ledger ledger =
        new Ledger(
            new TreeMap<>(Map.of("reef-7", entry)),
            new TreeMap<>(Map.of("urn:g", entry.graph().orElseThrow())),
            7,
            1);
    ledger.write(file);
    byte[] written = Files.readAllBytes(file);
    Fuzzer.feed(
        "ledger",
        List.of(Arrays.copyOf(written, written.length - Digest.BYTES)),
        input -> {
          byte[] whole = Arrays.copyOf(input, input.length + Digest.BYTES);
          System.arraycopy(Digest.of(input), 0, whole, input.length, Digest.BYTES);
          Files.write(file, whole);
          return Ledger.read(file).orElseThrow().entries().isEmpty();
        });
  }

  /** Archives of which some bytes have changed. */
  @Test
  void damage() throws IOException {
    Path sound = Files.createDirectories(folder.resolve("sound"));
    ArticleReading reading = new SyntheticNews(7, 3).reading(0);
    Entry entry;
    try (Archive archive = new Archive(sound);
        Archive.Writer writer = archive.begin()) {
      entry = writer.append(reading, "engine");
      writer.force();
    }
    byte[] segment = Files.readAllBytes(sound.resolve("segment-1"));
    Path damaged = Files.createDirectories(folder.resolve("damaged"));
    Fuzzer.feed(
        "damage",
        input -> {
          byte[] bytes = segment.clone();
          for (int i = 0; i + 2 < input.length && i < 30; i += 3) {
            int at = ((input[i] & 0xFF) << 8 | input[i + 1] & 0xFF) % bytes.length;
            bytes[at] ^= input[i + 2];
          }
          byte[] cut = input.length % 5 == 4 ? Arrays.copyOf(bytes, bytes.length / 2) : bytes;
          Files.write(damaged.resolve("segment-1"), cut);
          boolean same = Arrays.equals(cut, segment);
          try (Archive archive = new Archive(damaged)) {
            assertThat(archive.isSound(entry)).as("damage is noticed").isEqualTo(same);
            Optional<UserException> told = Optional.empty();
            try {
              assertThat(archive.read(entry)).isEqualTo(reading);
            } catch (UserException failure) {
              told = Optional.of(failure);
            }
            assertThat(told.isEmpty()).as("damage is told").isEqualTo(same);
          }
          return same;
        });
  }
}
