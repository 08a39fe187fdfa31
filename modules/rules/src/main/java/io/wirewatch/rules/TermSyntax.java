package io.wirewatch.rules;

import io.wirewatch.language.Language;
import org.jspecify.annotations.Nullable;

/** Reads a single term as an author would write it in a rule file. */
public final class TermSyntax {
  private TermSyntax() {}

  /**
   * The words that a term looks for.
   *
   * @param term a plain text, or a mapping such as <code>{exact: داعش, clitics: true}</code>
   * @param language whose stems it has; null for those of each article's own
   * @throws RuleProblems with everything that is wrong
   */
  public static Clause.Words parse(String term, @Nullable Language language) throws RuleProblems {
    var problems = new Problems();
    var source = new Source("term", problems);
    var parser = new WordsParser(source, Defaults.BUILT_IN, language);
    var words =
        term.stripLeading().startsWith("{")
            ? new YamlReader(source, 1).read(term).flatMap(parser::parse)
            : parser.parse(new Node.Scalar(new Node.Place(1, 1), term));
    problems.throwIfAny();
    return words.orElseThrow(
        () -> new IllegalStateException("a term without words and without a problem"));
  }
}
