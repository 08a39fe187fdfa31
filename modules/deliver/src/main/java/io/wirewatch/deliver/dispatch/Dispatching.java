package io.wirewatch.deliver.dispatch;

import io.wirewatch.contract.ClusterWorker;
import io.wirewatch.contract.Settings;
import io.wirewatch.deliver.route.Plan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings incidents to their targets, until it is closed. Of all instances of a cluster one does so,
 * the others stand by and take over within ten seconds.
 */
public final class Dispatching implements AutoCloseable {

  /** The consumer group of all instances, and what names of theirs begin with. */
  public static final String GROUP = "wirewatch-deliver";

  private static final Logger LOG = LoggerFactory.getLogger(Dispatching.class);
  private static final Duration BEAT = Duration.ofMillis(100);
  private static final Duration MOMENT = Duration.ofMillis(10);
  private static final Duration DESK_LOOK = Duration.ofMillis(200);
  private static final Duration FORGETTING = Duration.ofMinutes(1);

  private static final Duration MOST_FOR_CLOSING = Duration.ofSeconds(3);

  /* One thread decides everything: it is in the group, files what comes, makes messages, hands them to couriers, takes
   * what they bring back and writes it. A message is handed out only when all that was decided is written, and when the
   * group has confirmed within two seconds that this instance is of it. */
  private final Plan plan;
  private final Settings settings;
  private final Tools tools;
  private final Watcher watcher;
  private final Couriers couriers;
  private final ClusterWorker worker = new ClusterWorker("dispatching", new Membership());
  private @Nullable DispatchTopics topics;
  private volatile @Nullable Tenure tenure;
  private int tenures;
  private long deskNanos = System.nanoTime();
  private long forgettingNanos = System.nanoTime();
  private volatile boolean idle;
  private volatile Map<String, TargetHealth> health = Map.of();

  /** What it is not its own to ask. */
  public record Tools(Clock clock, RandomGenerator random) {}

  /** Begins. */
  public Dispatching(Plan plan, Settings settings, Tools tools, Watcher watcher) {
    this.plan = plan;
    this.settings = settings;
    this.tools = tools;
    this.watcher = watcher;
    this.couriers = new Couriers(tools.clock());
    // What cannot be is said at once, not by the thread.
    settings.value(DispatchSettings.ATTEMPTS);
    settings.value(DispatchSettings.PARALLEL);
    worker.start();
  }

  /** Why it cannot go on; empty while it can. */
  public Optional<Throwable> failure() {
    return worker.failure();
  }

  /** Whether it was in touch with the cluster within this time. */
  public boolean isWorking(Duration within) {
    return worker.isWorking(within);
  }

  /** Whether it is the one that delivers now. */
  public boolean isActive() {
    return tenure != null;
  }

  /**
   * Whether nothing is to be told now: all that was filed is taken, has failed for good, or waits
   * for a time that its route or its target sets.
   */
  public boolean isIdle() {
    return idle;
  }

  /** How each target does, in the file's order; empty while another instance delivers. */
  public Map<String, TargetHealth> health() {
    return health;
  }

  /** The time between joining the group and leaving it. */
  private final class Membership implements ClusterWorker.Work {
    @Override
    public void work() {
      try (DispatchTopics now = new DispatchTopics(settings, new Ownership())) {
        topics = now;
        while (!worker.isStopping()) {
          round(now);
          worker.beat();
        }
      }
    }

    @Override
    public void giveUp() {
      forgetTenure();
    }

    @Override
    public void end() {
      couriers.close();
    }
  }

  private void round(DispatchTopics now) {
    Tenure before = tenure;
    boolean isBusy = before != null && before.isBusy();
    takeAnswers(isBusy ? MOMENT : Duration.ZERO);
    var arrivals = now.poll(isBusy ? Duration.ZERO : BEAT);
    Tenure mine = tenure;
    if (mine != null) {
      Instant time = tools.clock().instant();
      // Before what came is written, so that who sees it written does not see idleness of before.
      idle &= arrivals.isEmpty();
      arrivals.forEach(one -> mine.arrived(one, time));
      lookAtDesk(now, mine);
      mine.decide(time);
      forget(mine);
      if (write(now, mine) && now.isConfirmed()) {
        send(now, mine);
      }
      idle = !mine.isBusy() && !mine.hasDue(time);
      health = mine.health();
    }
  }

  private void takeAnswers(Duration patience) {
    try {
      for (Couriers.Result result : couriers.ended(patience)) {
        Tenure mine = tenure;
        if (mine != null && result.order().tenure() == mine.number()) {
          mine.take(result, tools.clock().instant());
        }
      }
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }

  private void lookAtDesk(DispatchTopics now, Tenure mine) {
    if (System.nanoTime() - deskNanos > DESK_LOOK.toNanos()) {
      now.desk(mine.hiding()::put);
      deskNanos = System.nanoTime();
    }
  }

  private void forget(Tenure mine) {
    if (System.nanoTime() - forgettingNanos > FORGETTING.toNanos()) {
      mine.groups().forgetOld();
      forgettingNanos = System.nanoTime();
    }
  }

  /** Whether everything is written that there was to write. */
  private static boolean write(DispatchTopics now, Tenure mine) {
    try {
      if (!mine.changes().isEmpty() || now.hasUnreadable()) {
        now.write(mine.changes(), mine.groups());
      }
      mine.written();
      return true;
    } catch (CommitFailedException | RebalanceInProgressException refused) {
      // The group goes on; the next poll tells whether the incidents are still ours.
      LOG.info("the group is being arranged anew; what changed waits");
      return false;
    }
  }

  private void send(DispatchTopics now, Tenure mine) {
    Instant time = tools.clock().instant();
    Optional<Couriers.Order> next = mine.next(time, now.confirmedUntilNanos());
    while (next.isPresent()) {
      couriers.begin(next.get());
      next = mine.next(time, now.confirmedUntilNanos());
    }
  }

  private void forgetTenure() {
    tenure = null;
    health = Map.of();
    couriers.stop();
  }

  /** Whether this instance has the incidents. */
  private final class Ownership implements DispatchTopics.Owner {
    @Override
    public void gained() {
      DispatchTopics now = topics;
      if (now != null) {
        Tenure next =
            new Tenure(tenures++, new Tenure.Means(plan, settings, tools.random()), watcher);
        next.recall(now);
        tenure = next;
        LOG.info("delivers from now on; {} groups are known", next.groups().size());
      }
    }

    /** Waits for what is under way and writes what comes of it. */
    @Override
    public void losing() {
      Tenure mine = tenure;
      DispatchTopics now = topics;
      if (mine != null && now != null) {
        long end = System.nanoTime() + MOST_FOR_CLOSING.toNanos();
        try {
          while (mine.isUnanswered() && System.nanoTime() < end) {
            takeAnswers(MOMENT);
          }
          write(now, mine);
        } catch (KafkaException refused) {
          LOG.warn("the last answers are not written; their messages may come again", refused);
        }
      }
      lost();
    }

    @Override
    public void lost() {
      forgetTenure();
      LOG.info("delivers no more");
    }
  }

  /** Lets what is under way end, within seconds, and leaves the group. */
  @Override
  public void close() {
    worker.close();
  }
}
