package io.wirewatch.dashboard.health;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text of anybody, made fit to be shown: bounded, and without passwords of addresses. */
final class Texts {
  private static final Pattern USER_OF_ADDRESS = Pattern.compile("://[^/@\\s]{1,256}@");

  private Texts() {}

  /** At most so many characters, the last of them an ellipsis where there were more. */
  static @Nullable String bounded(@Nullable String text, int most) {
    if (text == null || text.length() <= most) {
      return text == null ? null : withoutUser(text);
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return withoutUser(text.substring(0, end)) + "…";
  }

  private static String withoutUser(String text) {
    return text.contains("://") ? USER_OF_ADDRESS.matcher(text).replaceAll("://…@") : text;
  }

  /** The bytes as text; empty where they are not UTF-8, or hold what no text holds. */
  static Optional<String> read(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.chars().anyMatch(Texts::isNoText) ? Optional.empty() : Optional.of(text);
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    }
  }

  private static boolean isNoText(int character) {
    return Character.isISOControl(character)
        && character != '\n'
        && character != '\r'
        && character != '\t';
  }
}
