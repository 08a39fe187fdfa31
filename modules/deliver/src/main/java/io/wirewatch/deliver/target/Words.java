package io.wirewatch.deliver.target;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What is said of an answer, for people: one line of at most {@value #MOST} characters, without our
 * secrets, which the other side may have sent back.
 */
final class Words {
  private static final int MOST = 300;

  /** Longest first: one may be a part of another. */
  private final List<String> secrets;

  Words(Collection<Secret> secrets) {
    this.secrets =
        secrets.stream()
            .map(Secret::value)
            .filter(value -> !value.isEmpty())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  String of(String said) {
    String shown = said;
    for (String secret : secrets) {
      shown = shown.replace(secret, "***");
    }
    return OneLine.of(shown, MOST);
  }
}
