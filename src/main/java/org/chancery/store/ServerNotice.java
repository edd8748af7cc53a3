package org.chancery.store;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * Word left in a store's folder by the process that serves it. A killed server cannot take it back,
 * so whoever reads it asks whether it still {@link #answers}.
 *
 * @param version the database that the server has open
 * @param token lets in whoever can read the notice, if the server asks for passwords
 */
record ServerNotice(long pid, URI address, String version, Optional<String> token) {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  void post(StoreFolder folder) {
    String content = "pid=%d%naddress=%s%nversion=%s%n".formatted(pid, address, version);
    if (token.isPresent()) {
      folder.writePrivate(
          StoreFolder.NOTICE,
          StoreFolder.NOTICE_DRAFT,
          content + "token=%s%n".formatted(token.get()));
    } else {
      folder.write(StoreFolder.NOTICE, StoreFolder.NOTICE_DRAFT, content);
    }
  }

  /** The notice in that folder, if there is one and its process lives. */
  static Optional<ServerNotice> read(StoreFolder folder) {
    return parse(folder.path().resolve(StoreFolder.NOTICE))
        .filter(
            notice -> ProcessHandle.of(notice.pid()).filter(ProcessHandle::isAlive).isPresent());
  }

  private static Optional<ServerNotice> parse(Path file) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(file)));
      return Optional.of(
          new ServerNotice(
              Long.parseLong(properties.getProperty("pid", "")),
              URI.create(properties.getProperty("address", "")),
              properties.getProperty("version", ""),
              Optional.ofNullable(properties.getProperty("token"))));
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** Whether something accepts connections at the address. */
  boolean answers() {
    if (address.getHost() == null) {
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.getHost(), address.getPort()), (int) TIMEOUT.toMillis());
      return true;
    } catch (IOException | IllegalArgumentException nobody) {
      return false;
    }
  }

  /** Takes back this process's notice about that database, if it left one. */
  static void withdraw(StoreFolder folder, String version) {
    Path file = folder.path().resolve(StoreFolder.NOTICE);
    long own = ProcessHandle.current().pid();
    if (parse(file).filter(n -> n.pid() == own && n.version().equals(version)).isPresent()) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException harmless) {
        // A notice whose process is gone counts for nothing.
      }
    }
  }
}
