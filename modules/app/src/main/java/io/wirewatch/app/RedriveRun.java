package io.wirewatch.app;

import io.wirewatch.stage.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One way through a topic of things set aside: what is meant goes back, a line for each. */
final class RedriveRun {
  private final Wish wish;
  private final RedriveMemory memory;
  private final RedriveTrial trial;
  private final Screen screen;
  private final RedriveSums sums = new RedriveSums();

  /**
   * What the user wants.
   *
   * @param meant which records
   * @param again whether those too that came back from an earlier redrive
   * @param tried whether only those that today's code would not set aside again
   */
  record Wish(Predicate<SetAside> meant, boolean again, boolean tried) {}

  /** What is done with the records of a batch that are to go. */
  interface Sending {
    /** Does it with all of them or none; returns when it is done. */
    void send(List<SetAside> batch);

    /** The line for one with which that was done. */
    String line(SetAside aside);

    /** Whether nothing is really sent. */
    boolean isDry();
  }

  RedriveRun(Wish wish, RedriveMemory memory, RedriveTrial trial, Screen screen) {
    this.wish = wish;
    this.memory = memory;
    this.trial = trial;
    this.screen = screen;
  }

  /** Goes through all that lies there; returns what became of it. */
  RedriveSums over(SetAsideTopic topic, SetAsideReading reading, Sending sending) {
    for (var batch = topic.next(); !batch.isEmpty(); batch = topic.next()) {
      sums.read(batch.size());
      List<SetAside> chosen = new ArrayList<>();
      for (ConsumerRecord<byte[], byte[]> record : batch) {
        SetAside aside = reading.of(record, topic.id());
        if (wish.meant().test(aside) && isToGo(aside)) {
          chosen.add(aside);
        }
      }
      if (!chosen.isEmpty()) {
        sending.send(chosen);
        sums.good(chosen.size());
        chosen.forEach(aside -> screen.data(sending.line(aside)));
      }
      screen.count(sums.line(sending.isDry()));
    }
    screen.endCounter();
    screen.say(sums.line(sending.isDry()));
    return sums;
  }

  private boolean isToGo(SetAside aside) {
    if (memory.knows(aside.at())) {
      sums.before();
      return false;
    }
    Optional<String> obstacle = RedriveObstacle.of(aside, wish.again());
    if (aside.back() == null || obstacle.isPresent()) {
      sums.left();
      screen.data(RedriveJson.left(aside, obstacle.orElse("")));
      return false;
    }
    if (wish.tried()
        && trial.of(aside.id(), aside.back()) instanceof Outcome.Failed<String> failed) {
      sums.failing();
      screen.data(RedriveJson.wouldFail(aside, new SetAside.Why(failed.step(), failed.reason())));
      return false;
    }
    return true;
  }
}
