package io.wirewatch.ingest.page;

/** How a site writes the page of an article: its mark-up around a story's parts. */
enum SiteLayout {
  WORDPRESS(
      """
      <!DOCTYPE html><html %1$s><head><title>%2$s - %6$s</title><meta property="article:published_time" content="2026-11-20T08:15:00+03:00"></head>
      <body class="single has-sidebar"><header class="site-header"><a href="/">%6$s</a></header><nav><ul><li><a href="/a">%7$s</a></li></ul></nav>
      <article class="post"><h1 class="entry-title">%2$s</h1><div class="entry-meta"><span class="byline">%7$s</span></div>
      <div class="entry-content"><figure><img src="a.jpg"><figcaption>%7$s</figcaption></figure><p>%3$s</p><p>%4$s</p><p>%5$s</p>
      <div class="sharedaddy"><a href="#">X</a></div></div></article><div id="comments"><p>%4$s %4$s</p></div><aside class="widget"><a href="/b">%7$s</a></aside></body></html>
      """),
  DIVS_WITHOUT_PARAGRAPHS(
      """
      <html %1$s><head><title>%2$s | %6$s</title></head><body><div id="top-menu"><a href="/1">%7$s</a> <a href="/2">%6$s</a></div>
      <div class="news-page"><h1>%2$s</h1><div class="news-date">2026-11-20 05:15</div><div class="news-text"><div>%3$s</div><div>%4$s</div><div>%5$s</div></div></div>
      <div class="related-news"><h3><a href="/3">%7$s</a></h3><h3><a href="/4">%6$s</a></h3></div></body></html>
      """),
  LINE_BREAKS(
      """
      <html %1$s><head><title>%2$s</title><meta name="pubdate" content="2026-11-20 05:15:00"></head><body><div class="menu"><a href="/1">%7$s</a></div>
      <h1>%2$s</h1><div class="content">%3$s<br><br>%4$s<br><br>%5$s</div><div class="footer"><a href="/">%6$s</a></div></body></html>
      """),
  TABLES(
      """
      <html %1$s><head><title>%2$s</title></head><body><table><tr><td class="menu"><a href="/1">%7$s</a><br><a href="/2">%6$s</a></td>
      <td><h1>%2$s</h1><time datetime="2026-11-20T05:15Z">20</time><p>%3$s</p><p>%4$s</p><p>%5$s</p></td></tr></table></body></html>
      """),
  AMP(
      """
      <!doctype html><html amp %1$s><head><title>%2$s</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"%2$s",
      "datePublished":"2026-11-20T05:15:00Z","author":{"@type":"Person","name":"%7$s"}}</script></head><body><amp-sidebar id="s"><a href="/1">%7$s</a></amp-sidebar>
      <main><h1>%2$s</h1><p>%7$s</p><div class="amp-body"><p>%3$s</p><amp-ad width="1"></amp-ad><p>%4$s</p><p>%5$s</p></div></main></body></html>
      """),
  MICRODATA(
      """
      <html %1$s><head><title>%2$s</title></head><body><div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">%2$s</h1>
      <span itemprop="datePublished" content="2026-11-20T05:15:00Z">%7$s</span><div itemprop="articleBody"><p>%3$s</p><p>%4$s</p><p>%5$s</p></div></div>
      <div class="newsletter-box"><p>%4$s</p></div><div class="cookie-consent"><p>%3$s</p></div></body></html>
      """),
  OWN_SYSTEM(
      """
      <html %1$s><head><title>%6$s</title><meta property="og:title" content="%2$s"><meta property="og:type" content="article"></head><body>
      <form id="aspnetForm"><div class="hdr"><h1>%6$s</h1></div><div class="detail-title">%2$s</div><div class="detail-time">%8$s</div>
      <section class="detail"><p>%3$s</p><p>%4$s</p><p>%5$s</p></section><div class="author-box"><p>%4$s</p></div><h3>%9$s</h3><p><a href="/5">%7$s</a></p></form></body></html>
      """);

  private final String page;

  SiteLayout(String page) {
    this.page = page;
  }

  /** Whether the time of its article has a zone. */
  boolean saysZone() {
    return page.matches("(?s).*T\\d\\d:\\d\\d(?::\\d\\d)?(?:Z|[+-]\\d).*");
  }

  /** The page of a story. */
  String of(SiteStory story) {
    return page.formatted(
        story.root(),
        story.headline,
        story.paragraphs.get(0),
        story.paragraphs.get(1),
        story.paragraphs.get(2),
        story.site,
        story.aside,
        story.date,
        story.related);
  }
}
