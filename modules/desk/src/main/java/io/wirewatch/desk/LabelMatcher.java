package io.wirewatch.desk;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.wirewatch.Alert;
import io.wirewatch.Severity;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One condition on an alert, written as Alertmanager's are: {@code severity=~"high|critical"}. A
 * regular expression has to fit a whole value. Immutable.
 */
public final class LabelMatcher {
  /* What has several values fits where one of them does; the negations fit where none does. Regular expressions are RE2's:
   * the time they take is linear in the text, whoever wrote them, and in the size of the expression with its counts
   * written out: (x{99}){99} is 9,801. RE2/J has no bound of its own there, so an expression's length times all of its
   * counts, which is never less than that size, is bounded before it sees it. */

  private static final int LONGEST = 1000;
  private static final int LONGEST_LOOKED_AT = 500;
  private static final int LARGEST = 5000;
  private static final java.util.regex.Pattern COUNT =
      java.util.regex.Pattern.compile("\\{(\\d*),?(\\d*)}");
  private static final java.util.regex.Pattern FORM =
      java.util.regex.Pattern.compile(
          "\\s*([A-Za-z_]\\w*)\\s*(=~|!=|!~|=)\\s*(.*?)\\s*", java.util.regex.Pattern.DOTALL);
  private static final java.util.regex.Pattern QUOTED =
      java.util.regex.Pattern.compile(
          "\"((?:[^\"\\\\]|\\\\.)*+)\"", java.util.regex.Pattern.DOTALL);
  private static final java.util.regex.Pattern BARE =
      java.util.regex.Pattern.compile("[^\"{},\\s=~][^\"{},\\s]*+");

  private final String text;
  private final Label label;
  private final boolean negated;
  private final Predicate<String> test;

  private LabelMatcher(String text, Label label, boolean negated, Predicate<String> test) {
    this.text = text;
    this.label = label;
    this.negated = negated;
    this.test = test;
  }

  /**
   * Reads one, at most 1,000 characters.
   *
   * @throws IllegalArgumentException where it is none; the message says what to write
   */
  public static LabelMatcher of(String text) {
    Matcher form = FORM.matcher(text);
    if (text.length() > LONGEST || !form.matches()) {
      throw new IllegalArgumentException(
          "takes label=\"value\", or != or =~ or !~ in place of =, of at most %d characters"
              .formatted(LONGEST));
    }
    String word = form.group(1);
    Label label =
        Label.named(word)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s is no label; there are %s".formatted(word, Label.words())));
    String operator = form.group(2);
    String value = value(form.group(3));
    boolean regular = operator.endsWith("~");
    return new LabelMatcher(
        text.strip(),
        label,
        operator.startsWith("!"),
        regular ? expression(value) : equality(label, value));
  }

  /** Whether an alert is as it says. */
  public boolean fits(Alert alert) {
    return negated != label.of(alert).stream().map(LabelMatcher::lookedAt).anyMatch(test);
  }

  /** Whether an alert is as all of them say. */
  public static boolean allFit(List<LabelMatcher> matchers, Alert alert) {
    return matchers.stream().allMatch(matcher -> matcher.fits(alert));
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }

  private static String lookedAt(String value) {
    return value.length() <= LONGEST_LOOKED_AT ? value : value.substring(0, LONGEST_LOOKED_AT);
  }

  private static String value(String written) {
    Matcher quoted = QUOTED.matcher(written);
    if (quoted.matches()) {
      return unescaped(quoted.group(1));
    }
    if (!BARE.matcher(written).matches()) {
      throw new IllegalArgumentException(
          "takes one value in double quotes, as in source=\"Morning Wire\"; a quote in it is \\\"");
    }
    return written;
  }

  /** Escapes as in Alertmanager: a quote, a backslash, a line's end; others are left alone. */
  private static String unescaped(String quoted) {
    StringBuilder value = new StringBuilder(quoted.length());
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      char next = c == '\\' ? quoted.charAt(++i) : c;
      if (c == '\\' && next == 'n') {
        value.append('\n');
      } else if (c == '\\' && next != '"' && next != '\\') {
        value.append(c).append(next);
      } else {
        value.append(next);
      }
    }
    return value.toString();
  }

  private static Predicate<String> expression(String value) {
    if (size(value) > LARGEST) {
      throw new IllegalArgumentException(
          "%s is too large with its counts written out; take lower ones".formatted(value));
    }
    try {
      Pattern pattern = Pattern.compile(value);
      return pattern::matches;
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(
          "%s is no regular expression that RE2 knows: %s".formatted(value, wrong.getDescription()),
          wrong);
    }
  }

  private static double size(String expression) {
    double size = expression.length();
    Matcher counts = COUNT.matcher(expression);
    while (counts.find()) {
      for (int end = 1; end <= 2; end++) {
        String digits = counts.group(end);
        size *= digits.isEmpty() ? 1 : Math.max(1, Double.parseDouble(digits));
      }
    }
    return size;
  }

  private static Predicate<String> equality(Label label, String value) {
    if (label == Label.SEVERITY && Stream.of(Severity.values()).noneMatch(s -> is(s, value))) {
      throw new IllegalArgumentException(
          "severity is one of "
              + Stream.of(Severity.values()).map(Label::lower).collect(Collectors.joining(", ")));
    }
    return lookedAt(value)::equals;
  }

  private static boolean is(Severity severity, String word) {
    return severity.name().toLowerCase(Locale.ROOT).equals(word);
  }
}
