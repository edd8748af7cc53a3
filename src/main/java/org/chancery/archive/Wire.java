package org.chancery.archive;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values as bytes, in the encodings of Protocol Buffers. A string is written once; where it comes
 * again, only its number is.
 */
final class Wire {
  private Wire() {}

  /** Something that writes a value. */
  interface Put<T> {
    void put(T value) throws IOException;
  }

  /** Something that reads a value. */
  interface Get<T> {
    T get() throws IOException;
  }

  /** Takes values. */
  static final class Out {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private final CodedOutputStream coded = CodedOutputStream.newInstance(bytes, 4096);
    private final Map<String, Integer> known = new HashMap<>();

    void number(int value) throws IOException {
      coded.writeUInt32NoTag(value);
    }

    void number(long value) throws IOException {
      coded.writeUInt64NoTag(value);
    }

    void real(double value) throws IOException {
      coded.writeDoubleNoTag(value);
    }

    void flag(boolean value) throws IOException {
      coded.writeBoolNoTag(value);
    }

    /** A string that may come again. */
    void word(String value) throws IOException {
      Integer number = known.putIfAbsent(value, known.size() + 1);
      number(number == null ? 0 : number);
      if (number == null) {
        text(value);
      }
    }

    /** A string that comes once. One that is no Unicode, with half of a pair, keeps its units. */
    void text(String value) throws IOException {
      boolean unicode = isUnicode(value);
      flag(unicode);
      if (unicode) {
        coded.writeByteArrayNoTag(value.getBytes(StandardCharsets.UTF_8));
      } else {
        number(value.length());
        for (int i = 0; i < value.length(); i++) {
          number(value.charAt(i));
        }
      }
    }

    private static boolean isUnicode(String value) {
      for (int i = 0; i < value.length(); i++) {
        if (Character.isSurrogate(value.charAt(i))) {
          boolean pair =
              i + 1 < value.length()
                  && Character.isSurrogatePair(value.charAt(i), value.charAt(i + 1));
          if (!pair) {
            return false;
          }
          i++;
        }
      }
      return true;
    }

    void day(LocalDate value) throws IOException {
      coded.writeSInt64NoTag(value.toEpochDay());
    }

    void name(Enum<?> value) throws IOException {
      word(value.name());
    }

    <T> void optional(Optional<T> value, Put<T> put) throws IOException {
      flag(value.isPresent());
      if (value.isPresent()) {
        put.put(value.get());
      }
    }

    <T> void list(Iterable<? extends T> values, int size, Put<T> put) throws IOException {
      number(size);
      for (T value : values) {
        put.put(value);
      }
    }

    byte[] bytes() {
      try {
        coded.flush();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return bytes.toByteArray();
    }
  }

  /** Gives them back in the same order. */
  static final class In {
    private final CodedInputStream coded;
    private final List<String> known = new ArrayList<>();

    In(byte[] bytes) {
      coded = CodedInputStream.newInstance(bytes);
    }

    int number() throws IOException {
      return coded.readUInt32();
    }

    long longNumber() throws IOException {
      return coded.readUInt64();
    }

    double real() throws IOException {
      return coded.readDouble();
    }

    boolean flag() throws IOException {
      return coded.readBool();
    }

    String word() throws IOException {
      int number = number();
      if (number == 0) {
        String value = text();
        known.add(value);
        return value;
      }
      if (number < 0 || number > known.size()) {
        throw new IOException("no string " + number);
      }
      return known.get(number - 1);
    }

    String text() throws IOException {
      if (flag()) {
        return new String(coded.readByteArray(), StandardCharsets.UTF_8);
      }
      StringBuilder units = new StringBuilder();
      for (int left = number(); left > 0; left--) {
        units.append((char) number());
      }
      return units.toString();
    }

    LocalDate day() throws IOException {
      return LocalDate.ofEpochDay(coded.readSInt64());
    }

    <E extends Enum<E>> E name(Class<E> type) throws IOException {
      return Enum.valueOf(type, word());
    }

    <T> Optional<T> optional(Get<T> get) throws IOException {
      return flag() ? Optional.of(get.get()) : Optional.empty();
    }

    <T> List<T> list(Get<T> get) throws IOException {
      int size = number();
      List<T> values = new ArrayList<>(Math.min(Math.max(size, 0), 1 << 16));
      for (int i = 0; i < size; i++) {
        values.add(get.get());
      }
      return values;
    }

    boolean atEnd() throws IOException {
      return coded.isAtEnd();
    }
  }
}
