package io.wirewatch.ingest.extract;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What an element is by its tag and its attributes. */
public final class Roles {
  private static final Set<String> SILENT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "object",
          "embed",
          "select",
          "button",
          "input",
          "textarea",
          "head",
          "canvas",
          "math",
          "audio",
          "video",
          "dialog",
          "link",
          "meta",
          "map");

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
          "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small",
          "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "picture",
          "source");

  private static final Set<String> AROUND =
      Set.of("nav", "aside", "footer", "form", "figcaption", "amp-sidebar", "amp-ad", "menu");

  private static final Set<String> AROUND_ROLES =
      Set.of(
          "navigation",
          "complementary",
          "contentinfo",
          "dialog",
          "alertdialog",
          "menu",
          "menubar",
          "search",
          "banner",
          "toolbar",
          "tablist",
          "alert");

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  private Roles() {}

  static boolean isSilent(Element element) {
    return SILENT.contains(element.normalName());
  }

  public static boolean isInline(Element element) {
    return INLINE.contains(element.normalName());
  }

  static boolean isHeading(Element element) {
    return HEADINGS.contains(element.normalName());
  }

  /**
   * Whether a reader never sees it. React's streamed parts are hidden only until they are moved.
   */
  static boolean isHidden(Element element) {
    return (element.hasAttr("hidden") && !element.id().startsWith("S:"))
        || element.attr("aria-hidden").equals("true");
  }

  /** Whether its style hides it: also what a click unfolds. */
  static boolean isFolded(Element element) {
    String style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
    return style.contains("display:none") || style.contains("visibility:hidden");
  }

  /** Whether mark-up says that it stands around the content. */
  static boolean isAround(Element element) {
    String tag = element.normalName();
    return AROUND.contains(tag)
        || AROUND_ROLES.contains(element.attr("role"))
        || (tag.equals("header") && !isInArticle(element));
  }

  private static boolean isInArticle(Element element) {
    for (Element at = element.parent(); at != null; at = at.parent()) {
      if (at.normalName().equals("article") || at.normalName().equals("main")) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is marked as the article's text, in microdata. */
  static boolean isArticleBody(Element element) {
    return element.attr("itemprop").contains("articleBody");
  }

  /** Whether the element or one of those around it is that. */
  static boolean isWithin(Element element, Element outer) {
    for (Element at = element; at != null; at = at.parent()) {
      if (at.equals(outer)) {
        return true;
      }
    }
    return false;
  }
}
