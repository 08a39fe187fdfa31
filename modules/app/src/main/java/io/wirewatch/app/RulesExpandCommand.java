package io.wirewatch.app;

import io.wirewatch.language.Language;
import io.wirewatch.rules.Article;
import io.wirewatch.rules.Clause;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.Span;
import io.wirewatch.rules.TermSyntax;
import io.wirewatch.rules.authoring.TermForms;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirewatch rules expand}: what a term catches. */
@Command(
    name = "expand",
    description = "Show the forms of a word that a term stands for, and where it is in articles.")
final class RulesExpandCommand implements Callable<Integer> {
  private static final int MOST_FORMS = 60;

  @Parameters(
      paramLabel = "TERM",
      description = "As in a rule file: border, 'pull out', or '{exact: ISIS, case: upper}'.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private String term;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "en, ar, ckb or kmr, as of an alias of a concept.")
  private @Nullable String language;

  @Option(
      names = "--on",
      paramLabel = "FILE",
      description = "Article JSON lines to look for it in; - for standard input.")
  private @Nullable String on;

  @Option(names = "--all", description = "Show all forms, not only the first " + MOST_FORMS + ".")
  private boolean all;

  private final Screen screen = Screen.standard();

  @Override
  public Integer call() {
    Clause.Words words = words();
    TermForms forms = TermForms.of(words);
    say("term", List.of(words.term()));
    say("spelled", forms.spelled());
    say("inflected", forms.inflected());
    say("derived, where there are such words", forms.derived());
    say("prefixed", forms.prefixed());
    if (words.match() == Clause.Match.PREFIX) {
      say("any word that begins with " + words.spellings().get(0).get(0).folded());
    }
    return on == null ? 0 : find(words, on);
  }

  private Clause.Words words() {
    try {
      return TermSyntax.parse(term, language(language));
    } catch (RuleProblems refused) {
      throw new Refusal(refused.problems().get(0).toString(), refused);
    }
  }

  private static @Nullable Language language(@Nullable String code) {
    if (code == null) {
      return null;
    }
    Language known = Language.of(code);
    if (known == Language.OTHER) {
      throw new Refusal("no language " + code + ": en, ar, ckb or kmr");
    }
    return known;
  }

  private int find(Clause.Words words, String file) {
    ArticleLines articles = new ArticleLines();
    Map<String, Integer> found = new TreeMap<>();
    int exit =
        new LineWork(file, screen).each(articles::article, article -> find(words, article, found));
    found.forEach((text, count) -> say(count + " × " + text));
    if (found.isEmpty()) {
      say("found nowhere in " + file);
    }
    return exit;
  }

  private void find(Clause.Words words, Article article, Map<String, Integer> found) {
    TermForms.find(words, article)
        .ifPresent(
            match -> {
              match.spans().forEach(span -> found.merge(span.text(), 1, Integer::sum));
              match.spans().forEach(span -> say(article.id() + " " + place(span)));
              sayUnlisted(article, match);
            });
  }

  private void sayUnlisted(Article article, RuleMatch match) {
    if (match.unlisted() > 0) {
      say(article.id() + " and " + match.unlisted() + " more");
    }
  }

  private static String place(Span span) {
    return "%s %d-%d '%s'"
        .formatted(
            span.field().name().toLowerCase(Locale.ROOT), span.start(), span.end(), span.text());
  }

  private void say(String name, List<String> forms) {
    if (!forms.isEmpty()) {
      List<String> shown = all ? forms : forms.subList(0, Math.min(MOST_FORMS, forms.size()));
      int rest = forms.size() - shown.size();
      say(
          name
              + ": "
              + String.join(" · ", shown)
              + (rest == 0 ? "" : " · and " + rest + " more (--all)"));
    }
  }

  private void say(String line) {
    screen.data(Printable.line(line));
  }
}
