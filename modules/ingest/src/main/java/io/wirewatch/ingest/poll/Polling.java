package io.wirewatch.ingest.poll;

import io.wirewatch.FeedState;
import io.wirewatch.contract.Settings;
import io.wirewatch.ingest.source.Source;
import io.wirewatch.ingest.source.Sources;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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

  /** Of a state that the group does not let us write, for so long. */
  private static final Duration MOST_UNWRITTEN = Duration.ofSeconds(30);

  /** What is under way when sources are given up may take so long to end; the group waits. */
  private static final Duration MOST_FOR_LOSING = Duration.ofSeconds(20);

  private static final Duration MOST_FOR_CLOSING = Duration.ofSeconds(3);

  /* One thread decides everything: it is in the group, has the timetable, hands turns to workers, takes what they bring
   * back and writes it. Before it hands out turns it has just heard of the group; a process that slept through its
   * session looks at the clock before that and hears first that its sources are another's. */
  private final Sources sources;
  private final Clock clock;
  private final SourcePoller poller;
  private final Watcher watcher;
  private final Timetable timetable;
  private final FeedTopic topic;
  private final ExecutorService workers;
  private final Thread thread = new Thread(this::run, "polling");
  private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
  private final Map<Integer, Integer> owned = new HashMap<>();
  private final Map<String, Result> unwritten = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private int gains;
  private long writtenNanos;
  private volatile long beatNanos;
  private volatile int polled;
  private volatile boolean stopping;

  /** Is told of each poll, by the thread that decides. */
  public interface Watcher {

    /** A poll and what it came to. */
    void polled(Source source, FeedState before, FeedState after);
  }

  /** A poll's end; it counts only while this instance has the partition since that gain. */
  private record Result(
      Timetable.Turn turn, int partition, int gain, @Nullable FeedState after) {}

  /**
   * Begins to poll.
   *
   * @param tools their gates are these sources'
   */
  public Polling(Sources sources, SourcePoller.Tools tools, Settings settings, Watcher watcher) {
    this.sources = sources;
    this.clock = tools.clock();
    this.poller = new SourcePoller(tools);
    this.watcher = watcher;
    this.timetable = new Timetable(tools.gates());
    this.workers = Executors.newCachedThreadPool(Polling::worker);
    this.topic = new FeedTopic(settings, new Ownership());
    this.beatNanos = System.nanoTime();
    this.writtenNanos = beatNanos;
    thread.setDaemon(true);
    thread.start();
  }

  private static Thread worker(Runnable task) {
    Thread thread = new Thread(task, "poll");
    thread.setDaemon(true);
    return thread;
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
    return polled;
  }

  private void run() {
    try (topic) {
      while (!stopping) {
        topic.beat(BEAT);
        beatNanos = System.nanoTime();
        collect();
        boolean isWritten = write();
        polled = timetable.size();
        if (isWritten && isFresh()) {
          timetable.take(clock.instant()).forEach(this::begin);
        }
      }
      settle(MOST_FOR_CLOSING);
    } catch (RuntimeException | Error broken) {
      // Whoever waits for it is told, whatever it is.
      LOG.error("polling stopped", broken);
      failure.set(broken);
    } finally {
      workers.shutdownNow();
    }
  }

  /** Writing may have taken long: then hear of the group first. */
  private boolean isFresh() {
    return System.nanoTime() - beatNanos < Duration.ofSeconds(2).toNanos();
  }

  private void begin(Timetable.Turn turn) {
    int partition = topic.partition(turn.source().name());
    int gain = owned.getOrDefault(partition, -1);
    underWay.add(turn.source().name());
    workers.execute(
        () -> {
          FeedState after = null;
          try {
            after = poller.poll(turn.source(), turn.state());
          } catch (RuntimeException broken) {
            LOG.error("the poll of {} broke", turn.source().name(), broken);
          } finally {
            results.add(new Result(turn, partition, gain, after));
          }
        });
  }

  private void collect() {
    List<Result> ended = new ArrayList<>();
    results.drainTo(ended);
    ended.forEach(this::end);
  }

  private void end(Result result) {
    String name = result.turn().source().name();
    underWay.remove(name);
    if (result.gain() != owned.getOrDefault(result.partition(), -1)) {
      LOG.info("{} is another instance's now; what its poll came to does not count", name);
      return;
    }
    FeedState after = result.after();
    if (after == null) {
      // It broke in a way that nobody foresaw: as if it had failed.
      after =
          Ledger.open(result.turn().source(), result.turn().state(), clock.instant())
              .failed("broken", "the poll broke; the log says more");
    }
    timetable.done(after);
    unwritten.put(
        name, new Result(result.turn(), result.partition(), result.gain(), after));
    watcher.polled(result.turn().source(), result.turn().state(), after);
  }

  /** Whether everything is written that there was to write. */
  private boolean write() {
    if (unwritten.isEmpty()) {
      writtenNanos = System.nanoTime();
      return true;
    }
    try {
      List<FeedState> states = new ArrayList<>();
      unwritten.values().forEach(result -> Optional.ofNullable(result.after()).ifPresent(states::add));
      topic.write(states);
      unwritten.clear();
      return true;
    } catch (CommitFailedException | RebalanceInProgressException refused) {
      // The group goes on; the next beat tells whether these sources are still ours.
      if (System.nanoTime() - writtenNanos > MOST_UNWRITTEN.toNanos()) {
        throw refused;
      }
      LOG.info("the group is being arranged anew; {} states wait", unwritten.size());
      return false;
    }
  }

  /** Waits for what is under way and writes what comes of it. */
  private void settle(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (!underWay.isEmpty() && System.nanoTime() < end) {
        Result result = results.poll(20, TimeUnit.MILLISECONDS);
        if (result != null) {
          end(result);
        }
      }
      write();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (KafkaException refused) {
      LOG.warn("what the last polls came to is not written; their next may bring it again", refused);
    }
  }

  /** What this instance has. */
  private final class Ownership implements FeedTopic.Owner {
    @Override
    public void gained(int partition, Map<String, FeedState> states) {
      owned.put(partition, gains++);
      sources.all().stream()
          .filter(source -> topic.partition(source.name()) == partition)
          .forEach(s -> timetable.add(s, Optional.ofNullable(states.get(s.name()))));
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
      timetable.removeIf(name -> partitions.contains(topic.partition(name)));
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
