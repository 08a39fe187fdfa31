package io.wirewatch.journey.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.annotate.Annotation;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.annotate.ArticleText;
import io.wirewatch.annotate.Entity;
import io.wirewatch.contract.ArticleCheck;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.rules.Article;
import io.wirewatch.rules.Matcher;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What becomes of an article behind the edge: it can be annotated and matched, and every span gives
 * back its text.
 */
final class Downstream {
  private static final int LONGEST_REASON = 2_000;

  // Loaded once: there is a Downstream for each of many tests.
  private static final Annotator ANNOTATOR = Annotator.bundled();
  private static final RuleSet RULES = rules();

  private final Matcher matcher = RULES.matcher();

  private static RuleSet rules() {
    try {
      return RuleSet.load(Path.of("../../rules"));
    } catch (RuleProblems broken) {
      throw new IllegalStateException(broken);
    }
  }

  void checkAll(List<Reading> readings) throws IOException {
    for (Reading reading : readings) {
      check(reading);
    }
  }

  /**
   * What a reader may make of a piece of hostile input: an article that can be used, or a reason.
   */
  void check(Reading reading) throws IOException {
    if (reading instanceof Reading.Read read) {
      check(read.article());
    } else if (reading instanceof Reading.Refused refused) {
      check(refused.rejection());
    }
  }

  /** An article that was read: it passes the check of the next step, which can work on it. */
  void check(RawArticle article) throws IOException {
    assertThat(ArticleCheck.fault(article)).isEmpty();
    assertThat(article.getId()).matches("[!-~]{1,200}");
    assertThat(article.getHeadline()).doesNotContain("\n", "\r");
    assertThat(article.toByteBuffer().remaining()).isPositive();
    checkSpans(article.getHeadline(), article.getBody(), article.getDateline());
  }

  void checkSpans(String headline, String body, String dateline) {
    Annotation found = ANNOTATOR.annotate(new ArticleText(headline, body, dateline, null));
    for (Entity entity : found.entities()) {
      String text = entity.field() == io.wirewatch.annotate.Field.HEADLINE ? headline : body;
      assertThat(entity.text())
          .isNotEmpty()
          .isEqualTo(text.substring(entity.start(), entity.end()));
    }
    checkMatches(matcher, article(headline, body));
  }

  static Article article(String headline, String body) {
    return new Article("a", headline, body, "", "wire", Set.of("IQ", "SY"), Set.of());
  }

  static void checkMatches(Matcher matcher, Article article) {
    for (RuleMatch match : matcher.match(article)) {
      for (Span span : match.spans()) {
        assertThat(span.text())
            .isEqualTo(article.text(span.field()).substring(span.start(), span.end()));
      }
    }
  }

  private static void check(Rejection rejection) throws IOException {
    assertThat(rejection.toByteBuffer().remaining()).isPositive();
    assertThat(rejection.getReason()).isNotBlank().hasSizeLessThan(LONGEST_REASON);
    assertThat(rejection.getInput()).isNotBlank();
  }
}
