package org.chancery;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Why a file or a service could not be used, in words of people instead of names of Java's. */
public final class Reason {
  /** The deeper cause tells more: no connection can be had to a host that there is not. */
  private static final List<Map.Entry<Class<? extends Exception>, String>> WORDS =
      List.of(
          Map.entry(UnresolvedAddressException.class, "there is no such host"),
          Map.entry(UnknownHostException.class, "there is no such host"),
          Map.entry(HttpTimeoutException.class, "it takes too long"),
          Map.entry(ConnectException.class, "it takes no connection"),
          Map.entry(NoSuchFileException.class, "it is not there"),
          Map.entry(AccessDeniedException.class, "no permission"),
          Map.entry(FileAlreadyExistsException.class, "a file is in the way"),
          Map.entry(NotDirectoryException.class, "it is no folder"),
          Map.entry(CharacterCodingException.class, "it is not in UTF-8"));

  private Reason() {}

  /** The reason; in one line, without a full stop, to stand within a message. */
  public static String of(Throwable failure) {
    // The message of such a failure begins with the path, which the one around this names anyway.
    if (failure instanceof FileSystemException file && file.getReason() != null) {
      return firstLine(file.getReason());
    }
    List<Throwable> causes =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
    return WORDS.stream()
        .filter(each -> causes.stream().anyMatch(each.getKey()::isInstance))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> firstLine(Objects.requireNonNullElse(failure.getMessage(), "")));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().map(String::strip).orElse("no reason is given");
  }
}
