package io.wirewatch.ingest.feed;

import io.wirewatch.ingest.article.DecodedText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * What an element holds: text, or HTML however it is packed (escaped, in CDATA, as elements, in
 * base64).
 *
 * @param html whether the value is HTML
 */
record Content(String value, boolean html) {
  private static final int LEAST_BASE64_CHARS = 12;
  private static final String BASE64_SIGNS = "+/=";
  private static final String CDATA = "<![CDATA[";
  private static final String CDATA_END = "]]>";

  /**
   * What the element holds.
   *
   * @param atom whether text is plain where nothing is said; in RSS it is HTML
   */
  static Content of(Element element, boolean atom) {
    String type = said(element, "type");
    String mode = said(element, "mode");
    Element richest = element.lastElementChild();
    if (type.equals("multipart/alternative") && richest != null) {
      return of(richest, atom);
    }
    if (mode.equals("base64") || isBinary(type)) {
      String written = element.wholeText().strip();
      Optional<String> packed = unpacked(written);
      if (packed.isPresent() || isBase64(written)) {
        return new Content(packed.map(Mojibake::repaired).orElse(""), true);
      }
    }
    boolean elements = element.firstElementChild() != null;
    boolean plain = type.equals("text") || type.equals("text/plain") || (atom && type.isEmpty());
    boolean escaped =
        mode.equals("escaped")
            || type.endsWith("/html")
            || type.equals("html")
            || (!atom && type.isEmpty());
    String value = elements ? MarkUpWriter.inside(element, escaped) : element.wholeText();
    boolean html = elements || (!plain && !isXml(type));
    return new Content(Mojibake.repaired(withoutMarks(value)), html);
  }

  /** Some wrap in CDATA what they also escape or have wrapped: then its marks are text. */
  private static String withoutMarks(String value) {
    return value.contains(CDATA) || value.endsWith(CDATA_END)
        ? value.replace(CDATA, "").replace(CDATA_END, "")
        : value;
  }

  private static String said(Element element, String name) {
    String value = FeedTree.attribute(element, name);
    return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isXml(String type) {
    return type.equals("xhtml") || type.endsWith("/xml") || type.endsWith("+xml");
  }

  /** Atom 1.0: what is neither text nor XML is in base64. */
  private static boolean isBinary(String type) {
    return type.indexOf('/') > 0 && !type.startsWith("text/") && !isXml(type);
  }

  /** Whether it can be nothing else: a picture or a sound then, since it is no text. */
  private static boolean isBase64(String written) {
    return written.length() >= LEAST_BASE64_CHARS
        && written
            .chars()
            .allMatch(
                c -> isAlphanumeric(c) || BASE64_SIGNS.indexOf(c) >= 0 || c == '\r' || c == '\n');
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** The text; empty where it is none in base64. */
  private static Optional<String> unpacked(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return DecodedText.strict(ByteBuffer.wrap(bytes), StandardCharsets.UTF_8)
          .filter(text -> text.chars().noneMatch(c -> c < ' ' && !Character.isWhitespace(c)));
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }
}
