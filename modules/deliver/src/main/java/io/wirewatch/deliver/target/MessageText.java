package io.wirewatch.deliver.target;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A message in words for people. Nothing in it is mark-up, nothing breaks its line, and text that
 * runs from right to left is kept apart from what is around it.
 *
 * @param subject severity and headline
 * @param lines the first says what happened, where, who says so and when
 * @param link to the article; a web address
 */
record MessageText(String subject, List<List<Span>> lines, Optional<String> link) {

  /** Its lines without marks, and the link below them. */
  String plain() {
    String text = lines.stream().map(MessageText::plain).collect(Collectors.joining("\n"));
    return text + link.map(address -> "\n" + address).orElse("");
  }

  static String plain(List<Span> line) {
    return line.stream().map(Span::text).collect(Collectors.joining());
  }
}
