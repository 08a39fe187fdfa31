package io.wirewatch.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What an element's class, id and test id call it, in words: {@code post-relatedItems} is post,
 * related and items, and each two and three of them that stand together, joined by a hyphen.
 */
record Names(List<String> words) {
  private static final int MOST_CHARS = 400;

  /** Parts of a page that are about other articles or by other people. */
  private static final Set<String> OTHERS =
      words(
          "comments commentlist comment-list comments-area disqus respond related relateds recommended",
          "recommendation recommendations recirc yarpp taboola outbrain latest recent-posts also-like",
          "most-read mostread trending popular more-stories read-next next-up up-next prev-next",
          "teaser teasers carousel testimonial testimonials newsletter cookie cookies");

  /** Other parts that are none of an article, whatever their length. */
  private static final Set<String> CLUTTER =
      words(
          "share sharing sharebar sharedaddy social socials socialmedia addtoany addthis",
          "comment subscribe subscription signup optin mailchimp consent gdpr onetrust",
          "breadcrumb breadcrumbs pagination pager navigation navbar nav menu submenu",
          "megamenu sidebar author authors contributor contributors authorbox bio swiper",
          "slider cta call-to-action disclosure disclosures disclaimer you-may-like promo",
          "promotion advert advertisement ads adsbygoogle sponsor sponsored banner footer",
          "popup modal lightbox overlay toast tooltip offcanvas tags taglist tagcloud",
          "hashtags caption wp-caption-text credit credits toc table-of-contents skip-link",
          "screen-reader-text sr-only visually-hidden visuallyhidden poll read-more",
          "readmore also-read see-also");

  /** Parts of either kind that are believed even where most text would go. */
  private static final Set<String> SURE =
      words(
          "comment comments commentlist disqus respond replies cookie cookies consent related",
          "recommended sidebar newsletter breadcrumb breadcrumbs taboola outbrain");

  private static final Set<String> COMMENTS =
      words("comments commentlist comment-list comments-area comments-section disqus-thread");

  /** What is clutter where it is short; builders of sites use these words for much else. */
  private static final Set<String> SMALL =
      words(
          "byline meta timestamp date dateline published eyebrow kicker print rate rating ratings",
          "reading-time read-time topic topics label labels category categories button buttons btn");

  private static final Set<String> CONTENT =
      words(
          "article-body articlebody article-content articlecontent article-text articletext",
          "entry-content entrycontent post-content postcontent post-body postbody story-body",
          "storybody story-content storycontent story-text storytext blog-content content-body",
          "contentbody single-content news-text newstext news-body newsbody news-content",
          "newscontent rich-text richtext page-content pagecontent main-content maincontent prose");

  private static final Set<String> WRITERS =
      words("writer writers contributor contributors journalist reporter columnist vcard");

  /** What else a page says of an author. */
  private static final Set<String> DETAILS =
      words(
          "bio biography description desc title role position job date time image img avatar photo",
          "picture social share follow tagline links heading label category categories tag tags topic");

  static Names of(Element element) {
    String written = element.className() + " " + element.id() + " " + element.attr("data-testid");
    if (written.length() < 4) {
      return new Names(List.of());
    }
    List<String> words = split(written.substring(0, Math.min(written.length(), MOST_CHARS)));
    int single = words.size();
    for (int at = 0; at + 1 < single; at++) {
      String pair = words.get(at) + "-" + words.get(at + 1);
      words.add(pair);
      if (at + 2 < single) {
        words.add(pair + "-" + words.get(at + 2));
      }
    }
    return new Names(words);
  }

  boolean sayClutter() {
    return sayOthers() || any(CLUTTER);
  }

  boolean saySurelyClutter() {
    return any(SURE);
  }

  boolean sayComments() {
    return any(COMMENTS);
  }

  boolean saySmallClutter() {
    return any(SMALL);
  }

  boolean sayContent() {
    return any(CONTENT);
  }

  boolean sayOthers() {
    return any(OTHERS);
  }

  /** Whether it is who wrote something; names of sites' builders are compounds of it. */
  boolean sayAuthor() {
    for (String word : words) {
      if (word.contains("author") || word.contains("byline") || WRITERS.contains(word)) {
        return !sayDetail();
      }
    }
    return false;
  }

  boolean sayDetail() {
    return any(DETAILS);
  }

  private boolean any(Set<String> of) {
    for (String word : words) {
      if (of.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Parted at what is no letter or digit, and before capitals. */
  private static List<String> split(String written) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= written.length(); at++) {
      boolean end = at == written.length() || !Character.isLetterOrDigit(written.charAt(at));
      boolean capital =
          !end
              && at > from
              && Character.isUpperCase(written.charAt(at))
              && Character.isLowerCase(written.charAt(at - 1));
      if (end || capital) {
        if (at > from) {
          words.add(written.substring(from, at).toLowerCase(Locale.ROOT));
        }
        from = end ? at + 1 : at;
      }
    }
    return words;
  }

  private static Set<String> words(String... lines) {
    return Set.of(String.join(" ", lines).split(" ", -1));
  }
}
