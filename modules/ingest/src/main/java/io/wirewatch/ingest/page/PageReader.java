package io.wirewatch.ingest.page;

import io.wirewatch.ingest.article.ArticleDraft;
import io.wirewatch.ingest.article.Dateline;
import io.wirewatch.ingest.article.DecodedText;
import io.wirewatch.ingest.article.MarkUp;
import io.wirewatch.ingest.article.PageLink;
import io.wirewatch.ingest.article.PlainText;
import io.wirewatch.ingest.article.Producer;
import io.wirewatch.ingest.article.Published;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.Refusals;
import io.wirewatch.ingest.article.StatedLanguage;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.extract.LinkedData;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads the page of an aggregator, as plain text or HTML: one article a block, in the order of the
 * page; or an HTML page that is one article. A pure function of the bytes and the context.
 */
public final class PageReader {

  /** The reason of a block that has a headline and nothing else. */
  public static final String ONLY_HEADLINE = "only a headline: the block has no text";

  private static final String EMPTY_BLOCK = "an empty block: neither headline nor text";
  private static final int MOST_LINES = 50_000;
  private static final int MOST_ELEMENTS = 200_000;
  private static final int MOST_PUBLISHERS = 100;
  private static final int LONG_ARTICLE_CHARS = 2000;
  private static final double MOST_OF_PAGE = .6;

  private static final int HEAD_CHARS = 4096;
  private static final Pattern TAG =
      Pattern.compile(
          "<(?:!doctype html|html|body|div|article|p|h1|ul|section)", Pattern.CASE_INSENSITIVE);

  /** A document's first line with another tag behind it: no sentence that names one. */
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "^\\s*<(?:!doctype html|html)\\b[^<]*<(?:html|head|body|title|meta|link|script|!--)",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private final ReadingContext context;
  private final @Nullable String language;
  private final Set<String> publishers = new LinkedHashSet<>();

  private PageReader(ReadingContext context, @Nullable String language) {
    this.context = context;
    this.language = language;
  }

  /**
   * The page's articles and refusals, never empty.
   *
   * @throws UnusableInputException where the bytes are not text, no article is on the page, or it
   *     has over {@value #MOST_LINES} lines or {@value #MOST_ELEMENTS} HTML elements
   */
  public static List<Reading> read(byte[] page, ReadingContext context)
      throws UnusableInputException {
    String text = DecodedText.of(page, context.charset());
    Optional<String> html = html(text);
    List<Reading> readings =
        html.isPresent() ? readHtml(html.get(), context) : readText(text, context);
    if (readings.isEmpty()) {
      throw new UnusableInputException("no article found on the page");
    }
    return readings;
  }

  private static List<PageLine> few(List<PageLine> lines) throws UnusableInputException {
    if (lines.size() > MOST_LINES) {
      throw new UnusableInputException("over " + MOST_LINES + " lines; that is no page");
    }
    return lines;
  }

  private static List<Reading> readText(String text, ReadingContext context)
      throws UnusableInputException {
    List<Block> blocks = Anatomy.blocks(few(PageLines.ofText(text)));
    return new PageReader(context, null).readings(blocks);
  }

  private static List<Reading> readHtml(String html, ReadingContext context)
      throws UnusableInputException {
    if (MarkUp.elements(html) > MOST_ELEMENTS) {
      throw new UnusableInputException("over " + MOST_ELEMENTS + " elements; that is no page");
    }
    Document page = Jsoup.parse(html, context.address() == null ? "" : context.address());
    LinkedData data = LinkedData.of(page);
    if (ArticlePage.isDeclared(page, data)) {
      return article(page, data, context);
    }
    List<Block> blocks = Anatomy.blocks(few(PageLines.ofHtml(page)));
    return isList(blocks)
        ? new PageReader(context, PageLanguage.of(page)).readings(blocks)
        : article(page, data, context);
  }

  private static List<Reading> article(Document page, LinkedData data, ReadingContext context) {
    return ArticlePage.read(page, data, context).map(List::of).orElse(List.of());
  }

  /** Whether there are articles side by side: not a long one with teasers and comments below. */
  private static boolean isList(List<Block> blocks) {
    int all = 0;
    int longest = 0;
    for (Block block : blocks) {
      int length = block.body().stream().mapToInt(line -> line.text().length()).sum();
      all += length;
      longest = Math.max(longest, length);
    }
    boolean one = longest > LONG_ARTICLE_CHARS && longest > all * MOST_OF_PAGE;
    return !one && blocks.stream().anyMatch(block -> block.certain() && !block.body().isEmpty());
  }

  /** The HTML of a page, without what stands before it; empty where the page is plain text. */
  private static Optional<String> html(String text) {
    String bare = text.substring(afterComments(text));
    String head = PlainText.cut(bare, HEAD_CHARS);
    if (head.startsWith("<")) {
      return TAG.matcher(head).find() ? Optional.of(bare) : Optional.empty();
    }
    Matcher document = DOCUMENT.matcher(head);
    return document.find() ? Optional.of(bare.substring(document.start())) : Optional.empty();
  }

  /** Where a text begins behind white space and comments, which may be long. */
  private static int afterComments(String text) {
    int at = afterSpace(text, 0);
    int end = text.startsWith("<!--", at) ? text.indexOf("-->", at) : -1;
    while (end >= 0) {
      at = afterSpace(text, end + 3);
      end = text.startsWith("<!--", at) ? text.indexOf("-->", at) : -1;
    }
    return at;
  }

  private static int afterSpace(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private List<Reading> readings(List<Block> blocks) {
    blocks.stream()
        .map(Block::publisher)
        .filter(publisher -> !publisher.isEmpty())
        .distinct()
        .limit(MOST_PUBLISHERS)
        .forEach(publishers::add);
    return blocks.stream().map(this::reading).toList();
  }

  private Reading reading(Block block) {
    String headline = block.headline() == null ? "" : block.headline().text();
    String written = String.join("\n", block.body().stream().map(PageLine::text).toList());
    String text = withoutHeadline(written, headline);
    Optional<Dateline> dateline = Dateline.in(text, publishers);
    String body = dateline.map(Dateline::rest).orElse(text).strip();
    if (body.isEmpty()) {
      String reason = headline.isEmpty() ? EMPTY_BLOCK : ONLY_HEADLINE;
      return Refusals.of(context, Producer.PAGE, reason, (headline + "\n" + text).strip());
    }
    return new ArticleDraft(
            null,
            block.publisher().isEmpty()
                ? new MainSource(publishers).of(text, dateline).orElse(context.nameOfSource())
                : block.publisher(),
            url(block),
            headline,
            dateline.map(Dateline::place).orElse(null),
            body,
            StatedLanguage.fitting(language, headline + "\n" + body),
            published(block),
            null)
        .read(context, Producer.PAGE);
  }

  private Published published(Block block) {
    return block.age() == null ? Published.UNKNOWN : block.age().countedFrom(context.observedAt());
  }

  private @Nullable String url(Block block) {
    String href = block.headline() == null ? null : block.headline().href();
    if (href == null) {
      return null;
    }
    String base = context.address() == null ? "" : context.address();
    return PageLink.canonical(href, base).orElse(null);
  }

  /** Some pages open the text with the headline, without parting the two. */
  private static String withoutHeadline(String text, String headline) {
    int end = headline.length();
    boolean opens =
        end >= 20
            && text.length() > end + 2
            && text.startsWith(headline)
            && text.charAt(end) == ' '
            && Character.isUpperCase(text.charAt(end + 1));
    return opens ? text.substring(end).strip() : text;
  }
}
