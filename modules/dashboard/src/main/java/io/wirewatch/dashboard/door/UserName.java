package io.wirewatch.dashboard.door;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** How somebody may be called. */
final class UserName {
  /** What is legal, in words. */
  static final String LEGAL = "1 to 64 letters, digits and . _ - @ +, a letter or digit first";

  private static final int MOST_CHARS = 64;
  private static final Pattern PATTERN =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@+-]*");

  private UserName() {}

  /** The name, composed; empty where it is none. */
  static Optional<String> of(String written) {
    if (written.length() > MOST_CHARS) {
      return Optional.empty();
    }
    String composed = Normalizer.normalize(written, Normalizer.Form.NFC);
    return PATTERN.matcher(composed).matches() ? Optional.of(composed) : Optional.empty();
  }

  /** The same of a header, whose bytes the server took for characters. */
  static Optional<String> ofHeader(String value) {
    byte[] bytes = value.strip().getBytes(StandardCharsets.ISO_8859_1);
    return of(new String(bytes, StandardCharsets.UTF_8));
  }
}
