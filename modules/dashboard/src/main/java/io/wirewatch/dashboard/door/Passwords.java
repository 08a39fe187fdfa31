package io.wirewatch.dashboard.door;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passwords by bcrypt (Provos, Mazières: A Future-Adaptable Password Scheme, 1999). */
final class Passwords {
  /* bcrypt sees no more than 72 bytes, the last of them a zero. A longer password is refused when a line is made
   * and never fits afterwards: it would stand for all that begin alike. */

  /** Work for each hash that is made: two to that, about a quarter of a second. */
  static final int COST = 12;

  static final int LEAST_CHARS = 12;
  static final int MOST_BYTES = 71;

  private static final int LEAST_COST = 10;
  private static final int MOST_COST = 14;
  private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");

  /** Of no password that is known. */
  private static final String OF_NOBODY =
      "$2b$%02d$7EqJtq98hPqEX7fNZaFWoOhi9xtLfqtNWTsNFVPU7MuYEyStdTKm6";

  private Passwords() {}

  /** What is wrong with a hash, in words; empty where nothing is. */
  static Optional<String> problem(String hash) {
    Matcher matcher = HASH.matcher(hash);
    if (!matcher.matches()) {
      return Optional.of("no hash by bcrypt; 'wirewatch dashboard user NAME' makes the line");
    }
    int cost = Integer.parseInt(matcher.group(1));
    return LEAST_COST <= cost && cost <= MOST_COST
        ? Optional.empty()
        : Optional.of(
            "a cost of %d, where %d to %d are taken".formatted(cost, LEAST_COST, MOST_COST));
  }

  /** The cost of a hash that is one. */
  static int cost(String hash) {
    return Integer.parseInt(hash.substring(4, 6));
  }

  /** A hash that is no password's, and takes as long to be compared with. */
  static String ofNobody(int cost) {
    return OF_NOBODY.formatted(cost);
  }

  /** The hash of a password; empty where it is too short or too long. */
  static Optional<String> hash(char[] password) {
    byte[] bytes = bytes(password);
    return password.length < LEAST_CHARS || bytes.length > MOST_BYTES
        ? Optional.empty()
        : Optional.of(
            new String(
                BCrypt.with(BCrypt.Version.VERSION_2B).hash(COST, bytes),
                StandardCharsets.US_ASCII));
  }

  /** Whether a password is the one of a hash; takes the time that the hash's cost says. */
  static boolean fits(char[] password, String hash) {
    byte[] bytes = bytes(password);
    boolean isShort = bytes.length <= MOST_BYTES;
    return BCrypt.verifyer()
            .verify(isShort ? bytes : new byte[1], hash.getBytes(StandardCharsets.US_ASCII))
            .verified
        && isShort;
  }

  /** Composed: keyboards differ in how they write the same letter. */
  private static byte[] bytes(char[] password) {
    return Normalizer.normalize(CharBuffer.wrap(password), Normalizer.Form.NFC)
        .getBytes(StandardCharsets.UTF_8);
  }
}
