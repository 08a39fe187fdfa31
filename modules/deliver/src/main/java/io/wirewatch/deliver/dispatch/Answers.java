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

  private final Outbox outbox;
  private final int mostAttempts;
  private final Backoff backoff;
  private final Watcher watcher;

  Answers(Outbox outbox, int mostAttempts, Backoff backoff, Watcher watcher) {
    this.outbox = outbox;
    this.mostAttempts = mostAttempts;
    this.backoff = backoff;
    this.watcher = watcher;
  }

  /** An answer to what a group has told. */
  void take(Lane lane, Group group, Answer answer, Changes.Attempt attempt) {
    lane.answered(group.key());
    apply(lane, group, answer, attempt);
    outbox.changes().of(group);
    if (group.isEmpty()) {
      outbox.forget(group);
    } else {
      lane.schedule(group);
    }
  }

  private void apply(Lane lane, Group group, Answer answer, Changes.Attempt attempt) {
    if (answer instanceof Answer.Taken taken) {
      recover(lane);
      outbox.changes().attempt(group, DeliveryOutcome.DELIVERED, attempt);
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
    outbox.changes().attempt(group, DeliveryOutcome.RETRY, attempt);
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
    outbox.changes().attempt(group, DeliveryOutcome.FAILED, last);
    String message = Objects.requireNonNull(group.message()).getId();
    group.ended();
    watcher.failed(group.target(), message, last.words());
  }
}
