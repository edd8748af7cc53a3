package org.chancery.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.chancery.ExitCode;
import org.chancery.Reason;
import org.chancery.UserException;

/**
 * Users and the hashes of their passwords by PBKDF2 with SHA-256: lines {@code
 * user:$pbkdf2-sha256$ROUNDS$SALT$HASH}, in base 64.
 */
public final class Passwords {
  /** Some tenths of a second for each guess. */
  private static final int ROUNDS = 600_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final int MAX_BYTES = 1024;

  private static final int MOST_REMEMBERED = 1000;
  private static final int MOST_AT_ONCE = 8;
  private static final Pattern HASH =
      Pattern.compile(
          "\\$pbkdf2-sha256\\$([0-9]{4,7})\\$([+/A-Za-z0-9]{22}==)\\$([+/A-Za-z0-9]{43}=)");
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What unknown users are held against, so that they take as long as known ones. */
  private static final String NOBODY = hash("nobody");

  private final Map<String, String> hashes;

  /** So that guessing leaves processors to others. */
  private final Semaphore checks = new Semaphore(2);

  /**
   * So that it leaves threads to others, too: those that are checked, and those that wait for it.
   */
  private final Semaphore admitted = new Semaphore(MOST_AT_ONCE);

  /** Proofs of logins that were right, as a browser sends one with every request. */
  private final Map<String, byte[]> remembered = new ConcurrentHashMap<>();

  private final byte[] key = new byte[32];

  private Passwords(Map<String, String> hashes) {
    this.hashes = Map.copyOf(hashes);
    RANDOM.nextBytes(key);
  }

  /**
   * Reads a file of passwords. Lines that are blank or start with # count for nothing.
   *
   * @throws UserException with {@link ExitCode#NO_INPUT} if there is none, {@link
   *     ExitCode#PERMISSION} if everybody may read it, and {@link ExitCode#CONFIG} if a line is
   *     malformed
   */
  public static Passwords of(Path file) {
    List<String> lines;
    try {
      requirePrivate(file);
      lines = Files.readAllLines(file);
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.NO_INPUT,
          "%s cannot be read (%s). Make it by ./chancery password NAME > %s."
              .formatted(file, Reason.of(failure), file),
          failure);
    }
    Map<String, String> hashes = new HashMap<>();
    for (int n = 0; n < lines.size(); n++) {
      String line = lines.get(n).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        int colon = line.indexOf(':');
        String user = colon < 0 ? "" : line.substring(0, colon);
        String hash = line.substring(colon + 1);
        if (!USER.matcher(user).matches() || !HASH.matcher(hash).matches()) {
          throw new UserException(
              ExitCode.CONFIG,
              "%s, line %d is not NAME:HASH. Make it by ./chancery password NAME."
                  .formatted(file, n + 1));
        }
        if (hashes.put(user, hash) != null) {
          throw new UserException(
              ExitCode.CONFIG,
              "%s, line %d names %s again. Keep one of the lines.".formatted(file, n + 1, user));
        }
      }
    }
    if (hashes.isEmpty()) {
      throw new UserException(
          ExitCode.CONFIG,
          "%s names nobody. Add a line by ./chancery password NAME >> %s.".formatted(file, file));
    }
    return new Passwords(hashes);
  }

  private static void requirePrivate(Path file) throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (posix == null) {
      return;
    }
    Set<PosixFilePermission> permissions = posix.readAttributes().permissions();
    if (permissions.contains(PosixFilePermission.OTHERS_READ)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new UserException(
          ExitCode.PERMISSION,
          "%s is open to everybody on this machine. Close it by chmod 600 %s."
              .formatted(file, file));
    }
  }

  /**
   * A line for such a file.
   *
   * @throws UserException with {@link ExitCode#USAGE} if the name or the password is none
   */
  public static String line(String user, String password) {
    if (!USER.matcher(user).matches()) {
      throw new UserException(
          ExitCode.USAGE,
          "%s cannot be a user's name. Take letters, digits, dots, dashes, _ and @."
              .formatted(user));
    }
    int bytes = password.getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0 || bytes > MAX_BYTES) {
      throw new UserException(
          ExitCode.USAGE,
          "The password has %d bytes. Take from 1 to %d.".formatted(bytes, MAX_BYTES));
    }
    return user + ":" + hash(password);
  }

  private static String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    return "$pbkdf2-sha256$%d$%s$%s"
        .formatted(
            ROUNDS,
            base64.encodeToString(salt),
            base64.encodeToString(derive(password, salt, ROUNDS)));
  }

  private static byte[] derive(String password, byte[] salt, int rounds) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS))
          .getEncoded();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** What a password is found to be. */
  enum Verdict {
    /** Right, and was so before in this process. */
    REMEMBERED,

    /** Right, as its hash tells. */
    RIGHT,

    WRONG,

    /** Not known: too many are being checked. */
    BUSY
  }

  /** What that is for the user's password. Takes as long for users that there are not. */
  Verdict match(String user, String password) {
    byte[] proof = proof(user, password);
    if (remembers(user, proof)) {
      return Verdict.REMEMBERED;
    }
    if (password.isEmpty() || password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return Verdict.WRONG;
    }
    if (!admitted.tryAcquire()) {
      return Verdict.BUSY;
    }
    try {
      String hash = hashes.get(user);
      boolean right = check(hash == null ? NOBODY : hash, password) && hash != null;
      if (right && remembered.size() < MOST_REMEMBERED) {
        remembered.put(user, proof);
      }
      return right ? Verdict.RIGHT : Verdict.WRONG;
    } finally {
      admitted.release();
    }
  }

  /** Whether that was the user's password before, in this process. */
  boolean remembers(String user, String password) {
    return remembers(user, proof(user, password));
  }

  private boolean remembers(String user, byte[] proof) {
    byte[] known = remembered.get(user);
    return known != null && MessageDigest.isEqual(known, proof);
  }

  private boolean check(String hash, String password) {
    checks.acquireUninterruptibly();
    try {
      Matcher parts = HASH.matcher(hash);
      if (!parts.matches()) {
        throw new AssertionError("not checked when it was read");
      }
      byte[] salt = Base64.getDecoder().decode(parts.group(2));
      byte[] right = Base64.getDecoder().decode(parts.group(3));
      int rounds = Integer.parseInt(parts.group(1));
      return MessageDigest.isEqual(right, derive(password, salt, rounds));
    } finally {
      checks.release();
    }
  }

  /** Worth nothing outside of this process, whose key it takes. */
  private byte[] proof(String user, String password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal((user + "\n" + password).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
