package io.wirewatch.ingest.feed;

import io.wirewatch.contract.CanonicalUrl;
import io.wirewatch.ingest.article.PageLink;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Addresses as feeds write them: relative, without a scheme, over two lines. */
final class Links {
  private static final int MOST_CHARS = 8192;
  private static final int MOST_BASE_CHARS = 1024;
  private static final int MOST_BASE_PARTS = 64;

  private Links() {}

  /** The canonical address, resolved against the base; empty for what is none. */
  static Optional<String> canonical(@Nullable String written, String base) {
    return cleaned(written).flatMap(link -> PageLink.canonical(link, base));
  }

  /** The absolute address as it is, parameters and all; empty for what is none on the web. */
  static Optional<String> absolute(@Nullable String written, String base) {
    return cleaned(written)
        .map(link -> resolved(link, base))
        .filter(link -> CanonicalUrl.of(link).isPresent());
  }

  /** Whether somebody wrote a whole address, not a number or a tag. */
  static boolean isAddress(@Nullable String written) {
    return cleaned(written).filter(link -> link.contains("://")).isPresent();
  }

  /**
   * What relative addresses in an element are relative to: all {@code xml:base} around it, within
   * the document's own address.
   */
  static String base(Element element, String document) {
    Deque<String> bases = new ArrayDeque<>();
    for (Element at = element; at != null; at = at.parent()) {
      String said = at.attr("xml:base");
      if (!said.isEmpty() && said.length() <= MOST_BASE_CHARS) {
        bases.push(said);
      }
    }
    String base = bearable(document);
    for (String next : bases) {
      String outer = base;
      base =
          cleaned(next).map(link -> resolved(link, outer)).filter(Links::isBearable).orElse(outer);
    }
    return base;
  }

  /** The base, or nothing where it is too long. */
  static String bearable(String base) {
    return isBearable(base) ? base : "";
  }

  /** Each link of a feed is resolved against it, so a long one would be read a million times. */
  private static boolean isBearable(String base) {
    return base.length() <= MOST_BASE_CHARS
        && base.chars().filter(c -> c == '/').count() <= MOST_BASE_PARTS;
  }

  private static String resolved(String link, String base) {
    try {
      return base.isEmpty() ? link : new URI(base).resolve(new URI(link)).toString();
    } catch (URISyntaxException | IllegalArgumentException rubbish) {
      return link;
    }
  }

  private static Optional<String> cleaned(@Nullable String written) {
    if (written == null || written.length() > MOST_CHARS) {
      return Optional.empty();
    }
    String link = written.strip().replaceAll("[\\r\\n\\t]+\\s*", "").replace(" ", "%20");
    if (link.isEmpty()) {
      return Optional.empty();
    }
    if (link.startsWith("www.")) {
      return Optional.of("http://" + link);
    }
    return Optional.of(link);
  }
}
