package io.wirewatch.rules.authoring;

import io.wirewatch.language.Language;
import io.wirewatch.language.Tokens;
import io.wirewatch.rules.Article;
import io.wirewatch.rules.Clause;
import io.wirewatch.rules.RuleMatch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The surface forms that a term stands for. Forms are made by the ways in which its language
 * inflects and writes words, and each was found by the matcher; a text may hold others still.
 *
 * @param spelled other ways to write the term itself
 * @param inflected with other endings, and irregular forms
 * @param derived with endings that make other words; not all of them need be words
 * @param prefixed with what is written together with it, with and without endings
 */
public record TermForms(
    Clause.Words words,
    List<String> spelled,
    List<String> inflected,
    List<String> derived,
    List<String> prefixed) {
  /** Copies the lists. */
  public TermForms {
    spelled = List.copyOf(spelled);
    inflected = List.copyOf(inflected);
    derived = List.copyOf(derived);
    prefixed = List.copyOf(prefixed);
  }

  /** The forms of a term. */
  public static TermForms of(Clause.Words words) {
    var finding = new Finding(words);
    List<String> written =
        Stream.concat(finding.joined().stream(), finding.forms(SpellingVariants::of).stream())
            .toList();
    List<String> inflected = finding.forms(Inflections::of);
    List<String> derived = finding.forms(Inflections::derived);
    List<String> prefixed =
        finding.forms(
            (word, language) ->
                Stream.concat(Stream.of(word), Inflections.of(word, language))
                    .flatMap(form -> Inflections.prefixed(form, language)));
    return new TermForms(words, written, inflected, derived, prefixed);
  }

  /** Where the term is in an article; empty where it is not. */
  public static Optional<RuleMatch> find(Clause.Words words, Article article) {
    return Probe.once(Probe.Question.anywhere(words), article);
  }

  /** Makes candidates for the form of a word. */
  private interface Candidates {
    Stream<String> of(String word, Language language);
  }

  /** Asks the matcher which candidates the words find. */
  private static final class Finding {
    private final Clause.Words words;
    private final Tokens tokens;
    private final Language language;
    private final Probe.Asking asking;
    private final Set<String> known = new LinkedHashSet<>();

    Finding(Clause.Words words) {
      this.words = words;
      this.tokens = Tokens.of(words.term());
      Language named = words.language();
      this.language = named == null ? Inflections.guess(words.term()) : named;
      this.asking = new Probe().add(Probe.Question.anywhere(words)).asking();
      known.add(words.term());
    }

    /** Each word of the term but the first parts of a hyphenated one takes each of its forms. */
    List<String> forms(Candidates candidates) {
      return IntStream.range(0, tokens.size())
          .filter(i -> !tokens.joined(i))
          .boxed()
          .flatMap(i -> candidates.of(tokens.surface(i), language).map(form -> with(i, form)))
          .filter(this::isFound)
          .filter(known::add)
          .toList();
    }

    private String with(int token, String form) {
      String term = words.term();
      return term.substring(0, tokens.start(token)) + form + term.substring(tokens.end(token));
    }

    List<String> joined() {
      return Stream.of("-", " ", "")
          .map(joint -> words.term().replace("-", joint))
          .filter(this::isFound)
          .filter(known::add)
          .toList();
    }

    private boolean isFound(String text) {
      Article article = new Article("", text, "", language.code(), "", Set.of(), Set.of());
      return asking
          .of(article)
          .to(Probe.Question.anywhere(words))
          .filter(match -> match.spans().get(0).text().equals(text))
          .isPresent();
    }
  }
}
