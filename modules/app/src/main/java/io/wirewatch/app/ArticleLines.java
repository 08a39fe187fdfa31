package io.wirewatch.app;

import io.wirewatch.annotate.Annotator;
import io.wirewatch.dashboard.ask.AnnotatedText;
import io.wirewatch.rules.Article;
import java.util.ArrayList;
import java.util.List;

/** Articles of JSON lines, with language, regions and entities found, as rules look at them. */
final class ArticleLines {
  private static final int MOST = 50_000;

  private final Annotator annotator = Annotator.bundled();

  Article article(TextLine line) {
    return AnnotatedText.matchable(
        line.id(), AnnotateCommand.text(line), AnnotateCommand.annotate(annotator, line));
  }

  /**
   * The articles of a file, all in memory.
   *
   * @param file a path, or {@code -} for standard input
   * @throws Refusal where the file cannot be read, holds no article, a broken line or too many
   */
  static List<Article> all(String file) {
    ArticleLines lines = new ArticleLines();
    List<Article> articles = new ArrayList<>();
    int exit =
        new LineWork(file, Screen.standard())
            .each(
                lines::article,
                article -> {
                  if (articles.size() == MOST) {
                    throw new Refusal(
                        file + " has more than " + MOST + " articles: give a part of it");
                  }
                  articles.add(article);
                });
    if (exit != 0 || articles.isEmpty()) {
      throw new Refusal(
          exit != 0
              ? "correct the lines of " + file + " that are named above"
              : "no article in " + file + ": give a file of article JSON lines");
    }
    return articles;
  }
}
