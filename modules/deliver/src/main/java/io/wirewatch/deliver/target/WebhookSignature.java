package io.wirewatch.deliver.target;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as Standard Webhooks says (standardwebhooks.com, version 1): HMAC-SHA256 of id, time and
 * body, once with each secret, so that receivers can change theirs one after another.
 */
final class WebhookSignature {
  private static final String PREFIX = "whsec_";
  private static final int FEWEST_BYTES = 24;
  private static final int MOST_BYTES = 64;

  private final List<byte[]> keys;

  /**
   * @param secrets each one that {@link #key} can read
   */
  WebhookSignature(List<Secret> secrets) {
    this.keys = secrets.stream().flatMap(secret -> key(secret).stream()).toList();
  }

  /** The key of {@code whsec_} and base64 of 24 to 64 bytes; empty where it is something else. */
  static Optional<byte[]> key(Secret secret) {
    if (!secret.value().startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] key = Base64.getDecoder().decode(secret.value().substring(PREFIX.length()));
      return key.length >= FEWEST_BYTES && key.length <= MOST_BYTES
          ? Optional.of(key)
          : Optional.empty();
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /**
   * The value of {@code webhook-signature}; empty where there is no secret.
   *
   * @param timestamp in seconds since 1970
   */
  Optional<String> of(String id, long timestamp, String body) {
    byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(
            keys.stream().map(key -> "v1," + hmac(key, signed)).collect(Collectors.joining(" ")));
  }

  private static String hmac(byte[] key, byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
      return Base64.getEncoder().encodeToString(mac.doFinal(content));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }
}
