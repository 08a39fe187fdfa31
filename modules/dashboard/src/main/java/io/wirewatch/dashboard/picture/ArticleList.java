package io.wirewatch.dashboard.picture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Articles that a page looked for, the newest first.
 *
 * @param isMore whether there are older ones
 */
record ArticleList(List<Found> found, boolean isMore) {
  private static final Comparator<HeldArticle> NEWEST_FIRST =
      Comparator.comparing((HeldArticle article) -> article.line().eventTime())
          .thenComparing(HeldArticle::id)
          .reversed();

  /**
   * One of them.
   *
   * @param alerts on it that stand
   */
  record Found(HeldArticle.Line line, List<HeldAlert.Line> alerts) {}

  ArticleList {
    found = List.copyOf(found);
  }

  /**
   * Looks for them. A few more than the limit where several are of one time: who asks for what is
   * older than the last one misses none.
   */
  static ArticleList of(ArticleQuery query, SharedPicture picture) {
    List<Found> found = new ArrayList<>();
    List<HeldArticle> all = picture.ask(Picture::articles).stream().sorted(NEWEST_FIRST).toList();
    for (HeldArticle article : all) {
      if (!query.fits(article)) {
        continue;
      }
      List<HeldAlert.Line> alerts = standing(article, picture);
      if (query.alerted().isPresent() && query.alerted().get() == alerts.isEmpty()) {
        continue;
      }
      if (found.size() >= query.limit() && !isOfTheSameTime(found, article)) {
        return new ArticleList(found, true);
      }
      found.add(new Found(article.line(), alerts));
    }
    return new ArticleList(found, false);
  }

  private static List<HeldAlert.Line> standing(HeldArticle article, SharedPicture picture) {
    return picture.ask(now -> now.alertsOf(article.id())).stream()
        .map(HeldAlert::line)
        .filter(HeldAlert.Line::stands)
        .toList();
  }

  private static boolean isOfTheSameTime(List<Found> found, HeldArticle article) {
    Found last = found.get(found.size() - 1);
    return last.line().eventTime().equals(article.line().eventTime());
  }

  /** As pages get it. */
  byte[] json() {
    return Json.object(json -> json.each("articles", found, ArticleList::line).put("more", isMore));
  }

  private static void line(Json json, Found one) throws IOException {
    HeldArticle.Line line = one.line();
    json.put("id", line.id())
        .put("headline", line.headline())
        .put("source", line.source())
        .put("url", line.url())
        .put("language", line.language())
        .put("eventTime", line.eventTime())
        .put("regions", line.regions())
        .each(
            "alerts",
            one.alerts(),
            (fields, alert) ->
                fields
                    .put("id", alert.id())
                    .put("rule", alert.rule())
                    .put("severity", alert.severity()))
        .put("duplicateOf", line.duplicateOf());
  }
}
