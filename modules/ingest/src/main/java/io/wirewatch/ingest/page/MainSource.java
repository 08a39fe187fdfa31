package io.wirewatch.ingest.page;

import io.wirewatch.ingest.article.Dateline;
import io.wirewatch.ingest.article.Fold;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who published the main article of a page that does not say so: the wire of its dateline; else the
 * publisher of another block that its text names most; else the wire that somebody "told"; else the
 * publisher of all other blocks, where there is only one.
 */
record MainSource(Collection<String> publishers) {

  private static final Pattern TOLD =
      Pattern.compile(
          "\\b(?:told|to) ((?:\\p{Lu}[\\p{L}\\d-]{1,20} ){0,3}(?:News|Agency|Press|Wire|TV|Radio|Times|Post))\\b");

  Optional<String> of(String text, Optional<Dateline> dateline) {
    if (dateline.isPresent()) {
      return Optional.of(spelled(dateline.get().wire()));
    }
    String named = null;
    int most = 0;
    for (String publisher : publishers) {
      int times = times(publisher, text);
      if (times > most) {
        named = publisher;
        most = times;
      }
    }
    if (named != null) {
      return Optional.of(named);
    }
    Matcher told = TOLD.matcher(text);
    if (told.find()) {
      return Optional.of(told.group(1));
    }
    return publishers.size() == 1 ? publishers.stream().findFirst() : Optional.empty();
  }

  private String spelled(String wire) {
    return publishers.stream().filter(p -> Fold.same(p, wire)).findFirst().orElse(wire);
  }

  private static int times(String name, String text) {
    int times = 0;
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
      boolean startsWord = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      int end = at + name.length();
      boolean endsWord = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      times += startsWord && endsWord ? 1 : 0;
    }
    return times;
  }
}
