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
  /**
   * What the element holds.
   *
   * @param atom whether text is plain where nothing is said; in RSS it is HTML
   */
  static Content of(Element element, boolean atom) {
    String type = said(element, "type");
    String mode = said(element, "mode");
    Optional<String> packed =
        mode.equals("base64") || isBinary(type) ? unpacked(element.wholeText()) : Optional.empty();
    if (packed.isPresent()) {
      return new Content(Mojibake.repaired(packed.get()), true);
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
    return new Content(Mojibake.repaired(value), html);
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

  /** The text; empty where it is none in base64. */
  private static Optional<String> unpacked(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64.strip());
      return DecodedText.strict(ByteBuffer.wrap(bytes), StandardCharsets.UTF_8)
          .filter(text -> text.chars().noneMatch(c -> c < ' ' && !Character.isWhitespace(c)));
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }
}
