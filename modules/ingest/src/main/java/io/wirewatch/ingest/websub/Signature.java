package io.wirewatch.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What {@code X-Hub-Signature} says: a method, and the hash of a body with our secret. */
final class Signature {
  private static final int MOST_CHARS = 256;
  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private final String algorithm;
  private final byte[] hash;

  private Signature(String algorithm, byte[] hash) {
    this.algorithm = algorithm;
    this.hash = hash;
  }

  /** Of {@code method=hex}; empty where it is anything else. */
  static Optional<Signature> of(@Nullable String header) {
    if (header == null || header.length() > MOST_CHARS || header.indexOf('=') < 0) {
      return Optional.empty();
    }
    int equals = header.indexOf('=');
    String method = header.substring(0, equals).strip().toLowerCase(Locale.ROOT);
    try {
      byte[] hash = HexFormat.of().parseHex(header.substring(equals + 1).strip());
      return Optional.ofNullable(ALGORITHMS.get(method)).map(known -> new Signature(known, hash));
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }

  /** Whether it is of this body; takes as long whatever differs. */
  boolean isOf(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return MessageDigest.isEqual(mac.doFinal(body), hash);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has " + algorithm, missing);
    }
  }
}
