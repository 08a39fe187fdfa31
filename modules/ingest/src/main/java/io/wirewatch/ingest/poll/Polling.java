package io.wirewatch.ingest.poll;

import io.wirewatch.FeedState;
import io.wirewatch.SourceAlarm;
import io.wirewatch.contract.ClusterWorker;
import io.wirewatch.contract.Settings;
import io.wirewatch.ingest.source.Source;
import io.wirewatch.ingest.source.Sources;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the sources that fall to this instance, until it is closed. Instances of one group share
 * them: each source has one of them at a time.
 */
public final class Polling implements AutoCloseable {

  /** The consumer group of all instances, and what names of theirs begin with. */
  public static final String GROUP = "wirewatch-ingest";

  private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
  private static final Duration BEAT = Duration.ofMillis(100);

  /** What is under way when sources are given up may take so long to end; the group waits. */
  private static final Duration MOST_FOR_LOSING = Duration.ofSeconds(20);

  private static final Duration MOST_FOR_CLOSING = Duration.ofSeconds(3);

  /* One thread decides everything: it is in the group, has the timetable, hands turns to workers, takes what they bring
   * back and writes it. Before it hands out turns the group has confirmed, within two seconds, that it is a member: an
   * offset commit is refused to who was replaced. So a process that slept through its session polls nothing when it
   * wakes up, until it has been told what is still its own. */
  private final Sources sources;
  private final Clock clock;
  private final Watcher watcher;
  private final Timetable timetable;
  private final Settings settings;
  private final Workers workers = new Workers();
  private final SourcePoller poller;
  private final Pushes pushes;
  private final ClusterWorker worker = new ClusterWorker("polling", new Membership());
  private final Map<Integer, Integer> owned = new HashMap<>();
  private final Map<String, Workers.Result> unwritten = new HashMap<>();
  private int gains;
  private @Nullable FeedTopic topic;
  private volatile List<FeedState> states = List.of();

  /** Is told of each poll, by the thread that decides. */
  public interface Watcher {

    /** A poll, what it came to, and the alarms that begin or end with it. */
    void polled(Source source, FeedState before, FeedState after, List<SourceAlarm> alarms);
  }

  /**
   * Begins to poll.
   *
   * @param tools their gates are these sources'
   */
  public Polling(Sources sources, SourcePoller.Tools tools, Settings settings, Watcher watcher) {
    this.sources = sources;
    this.clock = tools.clock();
    this.watcher = watcher;
    this.timetable = new Timetable(tools.gates());
    this.poller = new SourcePoller(tools);
    this.pushes = tools.pushes();
    this.settings = settings;
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

  /** How many sources this instance has now. */
  public int size() {
    return states.size();
  }

  /** What is known of each of them. */
  public List<FeedState> states() {
    return states;
  }

  /** The time between joining the group and leaving it. */
  private final class Membership implements ClusterWorker.Work {
    @Override
    public void work() {
      try (FeedTopic now = new FeedTopic(settings, new Ownership())) {
        topic = now;
        while (!worker.isStopping()) {
          round(now);
          worker.beat();
        }
        settle(MOST_FOR_CLOSING);
      }
    }

    @Override
    public void giveUp() {
      owned.clear();
      unwritten.clear();
      timetable.removeIf(name -> true);
    }

    @Override
    public void end() {
      workers.close();
    }
  }

  private void round(FeedTopic now) {
    now.beat(BEAT);
    workers.ended().forEach(this::end);
    boolean isWritten = write();
    states = timetable.states();
    boolean isWork = pushes.isWaiting() || timetable.isDue(clock.instant());
    if (isWritten && isWork && now.isConfirmed()) {
      pushes
          .turns(timetable)
          .forEach(p -> begin(p.turn(), t -> poller.pushed(t.source(), t.state(), p.content())));
      timetable
          .take(clock.instant())
          .forEach(turn -> begin(turn, t -> poller.poll(t.source(), t.state())));
    }
  }

  private int partition(String source) {
    return topic == null ? -1 : topic.partition(source);
  }

  private void begin(Timetable.Turn turn, Function<Timetable.Turn, FeedState> poll) {
    int partition = partition(turn.source().name());
    workers.begin(turn, partition, owned.getOrDefault(partition, -1), poll);
  }

  private void end(Workers.Result result) {
    if (result.gain() != owned.getOrDefault(result.partition(), -1)) {
      LOG.info("{} is another instance's now; what its poll came to does not count", result.name());
      return;
    }
    FeedState after = result.after();
    if (after == null) {
      // It broke in a way that nobody foresaw: as if it had failed.
      after =
          Ledger.open(result.turn().source(), result.turn().state(), clock.instant())
              .failed("broken", "the poll broke; the log says more");
    }
    after = pushes.noted(after);
    timetable.done(after);
    unwritten.put(result.name(), result.with(after));
    FeedState before = result.turn().state();
    watcher.polled(result.turn().source(), before, after, Vigil.told(before, after));
  }

  /** Whether everything is written that there was to write. */
  private boolean write() {
    if (unwritten.isEmpty() || topic == null) {
      return true;
    }
    try {
      topic.write(
          unwritten.values().stream()
              .map(r -> new FeedTopic.Change(r.turn().state(), r.known()))
              .toList());
      unwritten.clear();
      return true;
    } catch (CommitFailedException | RebalanceInProgressException refused) {
      // The group goes on; the next beat tells whether these sources are still ours.
      LOG.info("the group is being arranged anew; {} states wait", unwritten.size());
      return false;
    }
  }

  /** Waits for what is under way and writes what comes of it. */
  private void settle(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (!workers.isIdle() && System.nanoTime() < end) {
        workers.next(Duration.ofMillis(20)).ifPresent(this::end);
      }
      write();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (KafkaException refused) {
      LOG.warn(
          "what the last polls came to is not written; their next may bring it again", refused);
    }
  }

  /** What this instance has. */
  private final class Ownership implements FeedTopic.Owner {
    @Override
    public void gained(int partition, Map<String, FeedState> states) {
      owned.put(partition, gains++);
      sources.all().stream()
          .filter(source -> partition(source.name()) == partition)
          .forEach(
              s -> {
                Optional<FeedState> known =
                    Optional.ofNullable(states.get(s.name()))
                        .map(before -> Known.ofPredecessor(s, before));
                timetable.add(s, known);
                known.ifPresent(pushes::follow);
              });
      LOG.info("has partition {}; {} sources in all", partition, timetable.size());
    }

    @Override
    public void losing(Collection<Integer> partitions) {
      if (partitions.stream().anyMatch(owned::containsKey)) {
        settle(worker.isStopping() ? MOST_FOR_CLOSING : MOST_FOR_LOSING);
      }
      lost(partitions);
    }

    @Override
    public void lost(Collection<Integer> partitions) {
      owned.keySet().removeAll(partitions);
      unwritten.values().removeIf(result -> partitions.contains(result.partition()));
      timetable.removeIf(name -> partitions.contains(partition(name)));
      pushes.leaveIf(name -> partitions.contains(partition(name)));
      LOG.info("has lost partitions {}; {} sources are left", partitions, timetable.size());
    }
  }

  /** Lets what is under way end, within seconds, and leaves the group. */
  @Override
  public void close() {
    worker.close();
  }
}
