package io.wirewatch.app.page;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Field;
import io.wirewatch.Match;
import io.wirewatch.app.page.Excerpt.Piece;
import io.wirewatch.app.page.Excerpt.Range;
import io.wirewatch.replay.finding.Change;
import io.wirewatch.replay.finding.RuleFinding;
import io.wirewatch.replay.finding.Verdict;
import io.wirewatch.rules.authoring.Explanation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One alert of a rule: what became of it, its article with the matches marked, and why. */
final class ChangeCard {
  private static final int MOST_TEXT = 1_500;
  private static final int MOST_HEADLINE = 300;
  private static final int MOST_WORD = 80;
  private static final int MOST_WORDS = 12;
  private static final int MOST_REASON = 400;
  private static final int MOST_URL = 2_000;
  private static final Set<String> LANGUAGES = Set.of("en", "ar", "ckb", "kmr");

  private final Html html;
  private final ReplayPage.Facts facts;
  private final RuleFinding rule;

  ChangeCard(Html html, ReplayPage.Facts facts, RuleFinding rule) {
    this.html = html;
    this.facts = facts;
    this.rule = rule;
  }

  void write(Change change) {
    Alert alert = change.alert();
    html.ours("\n").open("article", "class", style(change.verdict()));
    about(change);
    headline(alert);
    EnrichedArticle article = change.article();
    if (article != null) {
      String body = article.getArticle().getBody();
      text(body, marks(alert, Field.BODY, body), MOST_TEXT, lang(alert));
    }
    why(change);
    html.close("article");
  }

  private String style(Verdict verdict) {
    return facts.compares()
        ? "change " + verdict.name().toLowerCase(java.util.Locale.ROOT)
        : "change";
  }

  private void about(Change change) {
    Alert alert = change.alert();
    html.open("p", "class", "about");
    if (facts.compares()) {
      html.element("strong", verdict(change.verdict()), "class", "verdict").text(" · ");
    }
    html.element("bdi", alert.getRule()).text(" · ");
    html.element("time", Words.time(alert.getEventTime())).text(" · ");
    html.element("bdi", Excerpt.beginning(alert.getSource(), MOST_WORD));
    Boolean label = change.label();
    if (label != null) {
      html.text(label ? " · labelled relevant" : " · labelled not relevant");
    }
    html.text(" · ").element("code", alert.getArticle(), "dir", "auto");
    url(alert.getUrl());
    html.close("p");
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case GAINED -> "+ gained";
      case LOST -> "− lost";
      case SAME -> "= same";
    };
  }

  /** The address is written out, so that one sees where it leads, on paper too. */
  private void url(@Nullable String url) {
    if (url == null || url.isBlank()) {
      return;
    }
    html.text(" · ");
    String shown = Excerpt.beginning(url, MOST_WORD * 2);
    if (isOfTheWeb(url)) {
      html.open("a", "href", url, "rel", "noopener noreferrer", "dir", "ltr");
      html.text(shown).close("a");
    } else {
      html.element("code", shown, "dir", "ltr");
    }
  }

  private static boolean isOfTheWeb(String url) {
    boolean isWeb =
        url.regionMatches(true, 0, "https://", 0, 8) || url.regionMatches(true, 0, "http://", 0, 7);
    return isWeb && url.length() <= MOST_URL && url.chars().noneMatch(ChangeCard::isNoAddress);
  }

  private static boolean isNoAddress(int c) {
    return Character.isWhitespace(c) || Character.isISOControl(c);
  }

  private void headline(Alert alert) {
    String headline = alert.getHeadline();
    if (headline.isBlank()) {
      html.element("h4", "without a headline", "class", "none");
    } else {
      html.open("h4", "dir", "auto", "lang", lang(alert));
      pieces(Excerpt.of(headline, marks(alert, Field.HEADLINE, headline), MOST_HEADLINE));
      html.close("h4");
    }
  }

  private void text(String text, List<Range> marks, int most, String lang) {
    if (!text.isBlank()) {
      html.open("p", "class", "text", "dir", "auto", "lang", lang);
      pieces(Excerpt.of(text, marks, most));
      html.close("p");
    }
  }

  private void pieces(List<Piece> pieces) {
    for (Piece piece : pieces) {
      switch (piece.kind()) {
        case PLAIN -> html.text(piece.text());
        case MARKED -> html.element("mark", piece.text(), "class", "match");
        case GAP -> html.text(" … ");
      }
    }
  }

  /** The matches of a field; not those of another revision, whose text stands elsewhere. */
  private static List<Range> marks(Alert alert, Field field, String text) {
    return alert.getMatches().stream()
        .filter(match -> match.getField() == field && stands(match, text))
        .map(match -> new Range(match.getStart(), match.getEnd()))
        .toList();
  }

  private static boolean stands(Match match, String text) {
    return match.getStart() >= 0
        && match.getStart() < match.getEnd()
        && match.getEnd() <= text.length()
        && text.substring(match.getStart(), match.getEnd()).equals(match.getText());
  }

  private void why(Change change) {
    html.open("dl", "class", "why");
    found(change.alert());
    if (facts.compares()) {
      side("Rules tried", change, change.now(), rule.tried() != null);
      if (facts.hasOtherRules()) {
        side("Other rules", change, change.before(), rule.other() != null);
      }
    }
    html.close("dl");
  }

  private void found(Alert alert) {
    Set<List<String>> words = new LinkedHashSet<>();
    alert.getMatches().forEach(match -> words.add(List.of(match.getText(), match.getTerm())));
    if (words.isEmpty()) {
      return;
    }
    html.open("div").element("dt", "Found").open("dd");
    String between = "";
    for (List<String> word : words.stream().limit(MOST_WORDS).toList()) {
      html.text(between).element("bdi", Excerpt.beginning(word.get(0), MOST_WORD));
      if (!word.get(0).equals(word.get(1))) {
        html.text(" for ").element("bdi", Excerpt.beginning(word.get(1), MOST_WORD));
      }
      between = "; ";
    }
    int more = Math.max(0, words.size() - MOST_WORDS) + alert.getUnlistedMatches();
    html.text(more == 0 ? "" : "; and " + more + " more").close("dd").close("div");
  }

  private void side(
      String name, Change change, @Nullable Explanation explanation, boolean hasRule) {
    html.open("div").element("dt", name).open("dd");
    if (!hasRule) {
      html.text("have no rule of this id");
    } else if (explanation == null) {
      html.text(
          change.article() == null ? "the article was not examined in this replay" : "not known");
    } else if (explanation.matches()) {
      html.text("match");
    } else {
      html.text("do not match: ")
          .element("bdi", Excerpt.beginning(explanation.reason(), MOST_REASON));
    }
    html.close("dd").close("div");
  }

  /** The code, or nothing, which says that nobody knows. */
  private static String lang(Alert alert) {
    return LANGUAGES.contains(alert.getLanguage()) ? alert.getLanguage() : "";
  }
}
