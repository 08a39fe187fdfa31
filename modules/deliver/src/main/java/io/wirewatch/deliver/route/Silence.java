package io.wirewatch.deliver.route;

import io.wirewatch.Alert;
import io.wirewatch.DeskEntry;
import io.wirewatch.desk.LabelMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One silence, and what it has hidden. */
final class Silence {
  private final DeskEntry entry;
  private final List<LabelMatcher> matchers;
  private final Instant start;
  private final Instant latestEnd;
  private final Optional<Duration> cold;
  private final AlertTally hidden;
  private Instant warm;

  private Silence(
      DeskEntry entry, io.wirewatch.Silence said, AlertTally hidden, @Nullable Instant warm) {
    this.entry = entry;
    this.matchers = said.getMatchers().stream().map(LabelMatcher::of).toList();
    this.start = said.getStart();
    this.latestEnd = said.getEnd();
    this.cold = Optional.ofNullable(said.getColdMillis()).map(Duration::ofMillis);
    this.hidden = hidden;
    this.warm = warm != null && warm.isAfter(start) ? warm : start;
  }

  /**
   * The silence of an entry.
   *
   * @param before what was known of it under an older entry
   * @throws IllegalArgumentException where a matcher cannot be read, or there are none or too many
   */
  static Silence of(DeskEntry entry, @Nullable Silence before) {
    io.wirewatch.Silence said = entry.getSilence();
    if (said == null || said.getMatchers().isEmpty()) {
      throw new IllegalArgumentException("it has no matchers");
    }
    if (said.getMatchers().size() > MatcherReader.MOST) {
      throw new IllegalArgumentException(
          "it has more than %d matchers".formatted(MatcherReader.MOST));
    }
    return before == null
        ? new Silence(entry, said, new AlertTally(), null)
        : new Silence(entry, said, before.hidden, before.warm);
  }

  DeskEntry entry() {
    return entry;
  }

  boolean fits(Alert alert) {
    return LabelMatcher.allFit(matchers, alert);
  }

  boolean holds(Instant now) {
    return !now.isBefore(start) && !isOver(now);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(end());
  }

  /** When it ends if nothing more comes. */
  Instant end() {
    return cold.map(warm::plus).filter(latestEnd::isAfter).orElse(latestEnd);
  }

  void saw(Alert alert, Instant taken) {
    if (holds(taken) && fits(alert)) {
      warm = taken.isAfter(warm) ? taken : warm;
      hidden.add(alert, taken);
    }
  }

  EndedSilence ended() {
    return new EndedSilence(entry, end(), end().isBefore(latestEnd), hidden);
  }
}
