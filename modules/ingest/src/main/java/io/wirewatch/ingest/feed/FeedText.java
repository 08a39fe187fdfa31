package io.wirewatch.ingest.feed;

import io.wirewatch.ingest.article.DecodedText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A feed's text, whatever encoding it is in. In this order: the byte order mark or the bytes of the
 * first {@code <}; UTF-8, where the bytes are that; what HTTP declared; what the XML declaration
 * says; UTF-8 of which most is that, or what is declared, with a few damaged places; a {@link
 * EncodingGuess guess}.
 */
final class FeedText {
  private static final int DECLARED_WITHIN_BYTES = 1024;
  private static final char DAMAGE = '\uFFFD';
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Pattern DECLARATION =
      Pattern.compile(
          "<\\?xml[^>]{0,200}?encoding\\s{0,8}=\\s{0,8}[\"']?\\s{0,8}([\\w.:-]{1,40})",
          Pattern.CASE_INSENSITIVE);

  private FeedText() {}

  /** The text without a byte order mark; what cannot be decoded is a replacement character. */
  static String of(byte[] bytes, @Nullable Charset transport) {
    String text = marked(bytes).orElseGet(() -> unmarked(bytes, transport));
    return DecodedText.unmarked(text);
  }

  private static Optional<String> marked(byte[] bytes) {
    if (bytes.length < 4) {
      return Optional.empty();
    }
    int first = ByteBuffer.wrap(bytes).getInt();
    return switch (first) {
      case 0x0000FEFF, 0x0000003C -> Optional.of(lenient(bytes, Charset.forName("UTF-32BE")));
      case 0xFFFE0000, 0x3C000000 -> Optional.of(lenient(bytes, Charset.forName("UTF-32LE")));
      case 0x4C6FA794 -> Optional.of(ebcdic(bytes));
      default ->
          switch (first >>> 16) {
            case 0xFEFF, 0x003C -> Optional.of(lenient(bytes, StandardCharsets.UTF_16BE));
            case 0xFFFE, 0x3C00 -> Optional.of(lenient(bytes, StandardCharsets.UTF_16LE));
            default -> Optional.empty();
          };
    };
  }

  /** All pages of EBCDIC have the letters of the declaration in the same places. */
  private static String ebcdic(byte[] bytes) {
    Charset first = Charset.forName("IBM037");
    return lenient(bytes, declared(lenient(bytes, first)).orElse(first));
  }

  private static String unmarked(byte[] bytes, @Nullable Charset transport) {
    List<Charset> declared = declarations(bytes, transport);
    Optional<Charset> shifting =
        declared.stream().filter(c -> c.name().startsWith("ISO-2022")).findFirst();
    if (shifting.isPresent() && isAscii(bytes)) {
      return lenient(bytes, shifting.get());
    }
    List<Charset> possible = new ArrayList<>(List.of(StandardCharsets.UTF_8));
    possible.addAll(declared);
    return possible.stream()
        .flatMap(charset -> DecodedText.strict(ByteBuffer.wrap(bytes), charset).stream())
        .findFirst()
        .or(() -> slightlyDamaged(bytes, declared))
        .orElseGet(() -> lenient(bytes, EncodingGuess.of(bytes)));
  }

  /** HTTP first, but a Latin encoding there is the server's default and no one's word. */
  private static List<Charset> declarations(byte[] bytes, @Nullable Charset transport) {
    int length = Math.min(bytes.length, DECLARED_WITHIN_BYTES);
    Optional<Charset> inside =
        declared(new String(bytes, 0, length, StandardCharsets.ISO_8859_1)).map(DecodedText::meant);
    List<Charset> declared = new ArrayList<>();
    if (transport != null) {
      declared.add(DecodedText.meant(transport));
    }
    boolean isDefault =
        transport != null && DecodedText.meant(transport).name().equals("windows-1252");
    inside.ifPresent(charset -> declared.add(isDefault ? 0 : declared.size(), charset));
    // Text in UTF-16 would have been seen by its first bytes.
    declared.removeIf(charset -> charset.name().startsWith("UTF-"));
    return declared;
  }

  private static Optional<Charset> declared(String head) {
    Matcher said = DECLARATION.matcher(head);
    return said.find() ? DecodedText.named(said.group(1)) : Optional.empty();
  }

  /** UTF-8 that explains as many letters as it does not; else one place of fifty. */
  private static Optional<String> slightlyDamaged(byte[] bytes, List<Charset> declared) {
    String utf8 = lenient(bytes, StandardCharsets.UTF_8);
    if (damages(utf8) * 2 <= utf8.chars().filter(c -> c >= 0x80).count()) {
      return Optional.of(utf8.chars().allMatch(FeedText::isWestern) ? mixed(bytes) : utf8);
    }
    return declared.stream()
        .map(charset -> lenient(bytes, charset))
        .filter(FeedText::isBearable)
        .findFirst();
  }

  /** Latin letters, and punctuation. */
  private static boolean isWestern(int c) {
    return c < 0x370 || (c >= 0x2000 && c < 0x2C00) || c == DAMAGE;
  }

  /**
   * UTF-8 into which somebody put pieces of Western European as they were: single bytes between
   * ASCII. What else is damaged (a letter cut in half) is a replacement character.
   */
  private static String mixed(byte[] bytes) {
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = utf8.decode(in, out, true);
    while (result.isError()) {
      int at = in.position();
      boolean isSingle = isAscii(bytes, at - 1) && isAscii(bytes, at + 1);
      out.put(isSingle ? new String(bytes, at, 1, WESTERN) : String.valueOf(DAMAGE));
      in.position(at + result.length());
      result = utf8.decode(in, out, true);
    }
    return out.flip().toString();
  }

  private static boolean isAscii(byte[] bytes, int at) {
    return at < 0 || at >= bytes.length || bytes[at] >= 0;
  }

  private static boolean isBearable(String text) {
    return damages(text) * 50 <= text.length();
  }

  private static long damages(String text) {
    return text.chars().filter(c -> c == DAMAGE).count();
  }

  private static boolean isAscii(byte[] bytes) {
    return IntStream.range(0, bytes.length).allMatch(at -> isAscii(bytes, at));
  }

  private static String lenient(byte[] bytes, Charset charset) {
    return new String(bytes, charset);
  }
}
