package io.wirewatch.ingest.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Ids of articles: the same article twice has one id. 32 hexadecimal digits in lower case. */
public final class ArticleId {
  private static final int BYTES = 16;

  private ArticleId() {}

  /** The id of an article that has an address, which must be {@link CanonicalUrl canonical}. */
  public static String ofUrl(String canonicalUrl) {
    return hash(canonicalUrl);
  }

  /**
   * The id of an article without an address: of its three texts, a line each, whitespace folded.
   */
  public static String ofText(String source, String headline, String body) {
    return hash(
        String.join(
            "\n", PlainText.oneLine(source), PlainText.oneLine(headline), PlainText.oneLine(body)));
  }

  /** Whether somebody may give an article this id: 1 to 200 visible ASCII characters. */
  public static boolean isLegal(@Nullable String id) {
    return id != null
        && !id.isEmpty()
        && id.length() <= 200
        && id.chars().allMatch(c -> c > ' ' && c < 127);
  }

  private static String hash(String text) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(all, BYTES));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
