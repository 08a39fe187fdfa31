package io.wirewatch.ingest.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text from bytes whose encoding nobody can be sure of. In this order: what a byte order mark says;
 * UTF-8, where the bytes are that; what the transport declared; what the text itself declares (XML
 * declaration, HTML {@code meta}). What fits none of them but is UTF-8 with a few bytes damaged is
 * read as that, each damaged place a replacement character, so that one broken article does not
 * cost all others on its page. Anything else is refused.
 */
public final class DecodedText {
  private static final int DECLARED_WITHIN_BYTES = 2048;
  private static final char DAMAGE = '\uFFFD';
  private static final int MOST_IN_SHORT_TEXT = 16;

  private static final Pattern BYTE_ORDER_MARKS = Pattern.compile("^\uFEFF+");
  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?:encoding|charset)\\s{0,8}=\\s{0,8}[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

  private DecodedText() {}

  /**
   * Decodes.
   *
   * @param declared the encoding that the transport declared
   * @throws UnusableInputException where the bytes are not text
   */
  public static String of(byte[] bytes, @Nullable Charset declared) throws UnusableInputException {
    Charset said = declared == null ? declaredInside(bytes) : declared;
    List<Charset> possible =
        byteOrderMark(bytes)
            .map(List::of)
            .orElseGet(
                () ->
                    said == null
                        ? List.of(StandardCharsets.UTF_8)
                        : List.of(StandardCharsets.UTF_8, EncodingNames.meant(said), said));
    String text =
        possible.stream()
            .flatMap(charset -> strict(ByteBuffer.wrap(bytes), charset).stream())
            .filter(whole -> whole.indexOf('\0') < 0)
            .findFirst()
            .or(() -> slightlyDamaged(bytes, possible.get(0)))
            .orElseThrow(
                () ->
                    new UnusableInputException(
                        "not text: not in UTF-8 nor in a declared encoding"));
    return unmarked(text);
  }

  /** The text without the byte order marks that it begins with, be they several. */
  public static String unmarked(String text) {
    return BYTE_ORDER_MARKS.matcher(text).replaceFirst("");
  }

  /**
   * One character in a hundred, a few more of a short text: else it is in another encoding, or no
   * text.
   */
  private static Optional<String> slightlyDamaged(byte[] bytes, Charset charset) {
    String text = charset.decode(ByteBuffer.wrap(bytes)).toString().replace('\0', DAMAGE);
    long damages = text.chars().filter(c -> c == DAMAGE).count();
    long bearable = Math.max(text.length() / 100, Math.min(MOST_IN_SHORT_TEXT, text.length() / 10));
    return damages <= bearable ? Optional.of(text) : Optional.empty();
  }

  /** The bytes in that encoding; empty where they are not. */
  public static Optional<String> strict(ByteBuffer bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes.duplicate())
              .toString());
    } catch (CharacterCodingException another) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> byteOrderMark(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    return switch (first) {
      case 0xFEFF, 0xFFFE -> Optional.of(StandardCharsets.UTF_16);
      case 0xEFBB -> Optional.of(StandardCharsets.UTF_8);
      case 0x3C00 -> Optional.of(StandardCharsets.UTF_16LE);
      case 0x003C -> Optional.of(StandardCharsets.UTF_16BE);
      default -> Optional.empty();
    };
  }

  private static @Nullable Charset declaredInside(byte[] bytes) {
    int length = Math.min(bytes.length, DECLARED_WITHIN_BYTES);
    Matcher said = DECLARATION.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return said.find() ? named(said.group(1)).orElse(null) : null;
  }

  /** The encoding that is meant where this one is declared, as browsers know. */
  public static Charset meant(Charset declared) {
    return EncodingNames.meant(declared);
  }

  /** The encoding of that name; empty where this Java does not know it. */
  public static Optional<Charset> named(String name) {
    return EncodingNames.named(name);
  }
}
