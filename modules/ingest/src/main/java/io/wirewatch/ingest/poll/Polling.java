package io.wirewatch.ingest.poll;

import io.wirewatch.FeedState;
import io.wirewatch.SourceAlarm;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
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

  /** So long a cluster may be away before the command gives up, as stages do. */
  private static final Duration MOST_WITHOUT_CLUSTER = Duration.ofMinutes(5);

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
  private final Thread thread = new Thread(this::run, "polling");
  private final Map<Integer, Integer> owned = new HashMap<>();
  private final Map<String, Workers.Result> unwritten = new HashMap<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private int gains;
  private @Nullable FeedTopic topic;
  private volatile long beatNanos;
  private volatile List<FeedState> states = List.of();
  private volatile boolean stopping;

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
    this.beatNanos = System.nanoTime();
    thread.setDaemon(true);
    thread.start();
  }

  /** Why it cannot go on; empty while it can. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** Whether it was in touch with the cluster within this time. */
  public boolean isWorking(Duration within) {
    return System.nanoTime() - beatNanos < within.toNanos();
  }

  /** How many sources this instance has now. */
  public int size() {
    return states.size();
  }

  /** What is known of each of them. */
  public List<FeedState> states() {
    return states;
  }

  private void run() {
    try {
      while (!stopping) {
        work();
      }
    } catch (RuntimeException | Error broken) {
      // Whoever waits for it is told, whatever it is.
      LOG.error("polling stopped", broken);
      failure.set(broken);
    } finally {
      workers.close();
    }
  }

  /** Works until it is to stop, or the cluster is not as it should be: then all is read anew. */
  private void work() {
    try (FeedTopic now = new FeedTopic(settings, new Ownership())) {
      topic = now;
      while (!stopping) {
        round(now);
      }
      settle(MOST_FOR_CLOSING);
    } catch (AuthenticationException | AuthorizationException refused) {
      throw refused;
    } catch (KafkaException broken) {
      if (!isWorking(MOST_WITHOUT_CLUSTER)) {
        throw broken;
      }
      LOG.warn("the cluster is not there as it should be; in a second everything anew", broken);
      owned.clear();
      unwritten.clear();
      timetable.removeIf(name -> true);
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
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
    beatNanos = System.nanoTime();
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
        settle(stopping ? MOST_FOR_CLOSING : MOST_FOR_LOSING);
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
    stopping = true;
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
