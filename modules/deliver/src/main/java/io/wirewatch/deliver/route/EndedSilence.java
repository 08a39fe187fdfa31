package io.wirewatch.deliver.route;

import io.wirewatch.DeskEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A silence that is over.
 *
 * @param end when
 * @param cold whether it ended by itself because nothing came any more
 * @param hidden what it hid, as far as the one who tells was told of
 */
public record EndedSilence(DeskEntry entry, Instant end, boolean cold, AlertTally hidden) {

  /** The entry to write when somebody was told of it. */
  public DeskEntry told() {
    DeskEntry told = DeskEntry.newBuilder(entry).build();
    Optional.ofNullable(told.getSilence()).ifPresent(silence -> silence.setTold(true));
    return told;
  }

  /** What to say of it, in lines: who silenced what and why, how much it hid, the newest of it. */
  public String text() {
    StringJoiner text = new StringJoiner("\n");
    text.add(
        "The silence of %s (%s: %s) ended at %s%s."
            .formatted(
                entry.getSilence() == null
                    ? entry.getId()
                    : String.join(", ", entry.getSilence().getMatchers()),
                entry.getBy(),
                entry.getText(),
                end.truncatedTo(ChronoUnit.SECONDS),
                cold ? ", because nothing came any more" : ""));
    if (hidden.count() == 0) {
      return text.add("It hid nothing.").toString();
    }
    text.add("It hid %d %s: %s.".formatted(hidden.count(), alerts(), byRule()));
    hidden
        .newest()
        .forEach(
            item ->
                text.add("- %s (%s, %s)".formatted(item.headline(), item.rule(), item.source())));
    int more = hidden.count() - hidden.newest().size();
    return more == 0 ? text.toString() : text.add("and %d older ones".formatted(more)).toString();
  }

  private String alerts() {
    return hidden.count() == 1 ? "alert" : "alerts";
  }

  private String byRule() {
    return hidden.byRule().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(20)
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }
}
