package io.wirewatch.deliver.dispatch;

import io.wirewatch.DeliveryOutcome;
import io.wirewatch.OpenMessage;
import io.wirewatch.deliver.target.Target.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What becomes of a message by what its target answers. */
final class Answers {
  /** Messages that were all told the same time do not come at the same time. */
  private static final Duration SPREAD = Duration.ofSeconds(1);

  private final Groups groups;
  private final Changes changes;
  private final int mostAttempts;
  private final Backoff backoff;
  private final Watcher watcher;

  Answers(Groups groups, Changes changes, Trying trying, Watcher watcher) {
    this.groups = groups;
    this.changes = changes;
    this.mostAttempts = trying.most();
    this.backoff = trying.backoff();
    this.watcher = watcher;
  }

  /** How often, and with what waits between. */
  record Trying(int most, Backoff backoff) {}

  /** An answer to what a group has told. */
  void take(Lane lane, Group group, Answer answer, Changes.Attempt attempt) {
    lane.answered(group.key());
    apply(lane, group, answer, attempt);
    changes.of(group);
    if (group.isEmpty()) {
      groups.forget(group);
    } else {
      lane.schedule(group);
    }
  }

  private void apply(Lane lane, Group group, Answer answer, Changes.Attempt attempt) {
    if (answer instanceof Answer.Taken taken) {
      recover(lane);
      changes.attempt(group, DeliveryOutcome.DELIVERED, attempt);
      watcher.attempted(group.target(), DeliveryOutcome.DELIVERED);
      group.taken(attempt.at(), taken.handle());
    } else if (answer instanceof Answer.Later later) {
      takeLater(lane, group, later, attempt);
    } else {
      recover(lane);
      fail(group, attempt, "");
    }
  }

  private void recover(Lane lane) {
    if (lane.circuit().answered()) {
      watcher.recovered(lane.spec().name());
    }
  }

  private void takeLater(Lane lane, Group group, Answer.Later later, Changes.Attempt attempt) {
    Instant now = attempt.at();
    if (lane.circuit().failed(now, later.after())) {
      watcher.rests(lane.spec().name(), later.words(), lane.circuit().until().orElse(now));
    }
    if (attempt.number() >= mostAttempts) {
      fail(group, attempt, "; after %d attempts there is no further one".formatted(mostAttempts));
      return;
    }
    changes.attempt(group, DeliveryOutcome.RETRY, attempt);
    watcher.attempted(group.target(), DeliveryOutcome.RETRY);
    OpenMessage message = Objects.requireNonNull(group.message());
    message.setAttempts(attempt.number());
    message.setAnswer(Changes.shortened(later.words()));
    message.setNextAttempt(
        later
            .after()
            .map(asked -> Circuit.least(asked, Circuit.LONGEST_ASKED))
            .map(asked -> now.plus(asked).plus(Circuit.least(backoff.after(1), SPREAD)))
            .orElseGet(() -> now.plus(backoff.after(attempt.number()))));
  }

  private void fail(Group group, Changes.Attempt attempt, String why) {
    Changes.Attempt last =
        new Changes.Attempt(
            attempt.number(), attempt.at(), attempt.tookMillis(), attempt.words() + why);
    changes.attempt(group, DeliveryOutcome.FAILED, last);
    watcher.attempted(group.target(), DeliveryOutcome.FAILED);
    String message = Objects.requireNonNull(group.message()).getId();
    group.ended();
    watcher.failed(group.target(), message, last.words());
  }
}
