package io.wirewatch.ingest.poll;

import io.wirewatch.FeedState;
import io.wirewatch.ingest.web.Fetcher;
import io.wirewatch.ingest.web.FormPoster;
import io.wirewatch.ingest.web.WebAnswer;
import io.wirewatch.ingest.websub.HubLinks;
import io.wirewatch.ingest.websub.WebSubConfig;
import io.wirewatch.ingest.websub.WebSubCounts;
import io.wirewatch.ingest.websub.WebSubSubscriber;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What hubs bring of this instance's sources: subscribed to while it has them, and kept until their
 * turn comes. Thread-safe.
 */
public final class Pushes implements AutoCloseable {
  /* What waits here is in memory alone, and is answered 202 before it is published. If the process dies, a poll
   * brings it, which its successor does not put off for the hub's sake: an item that was not published is not among those
   * that were seen. */
  private static final Logger LOG = LoggerFactory.getLogger(Pushes.class);
  private static final int MOST_WAITING = 16;
  private static final long CLOSING_SECONDS = 5;

  private final BlockingQueue<Push> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Map<String, HubLinks> followed = new ConcurrentHashMap<>();
  private final ScheduledExecutorService asking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "websub");
            thread.setDaemon(true);
            return thread;
          });
  private final @Nullable WebSubSubscriber subscriber;
  private final @Nullable ScheduledFuture<?> renewals;

  private record Push(String source, String topic, WebAnswer content) {}

  /** A source's turn to take what its hub brought. */
  record Turn(Timetable.Turn turn, WebAnswer content) {}

  private Pushes() {
    subscriber = null;
    renewals = null;
  }

  private Pushes(WebSubConfig config, FormPoster hubs, Clock clock) throws IOException {
    subscriber = new WebSubSubscriber(config, this::take, hubs, clock);
    renewals = asking.scheduleWithFixedDelay(this::renew, 1, 1, TimeUnit.MINUTES);
  }

  /** Nothing: no callback address is set. */
  public static Pushes none() {
    return new Pushes();
  }

  /**
   * Listens for hubs from now on.
   *
   * @param hubs asks them; stays open
   * @throws IOException where the address cannot be had
   */
  public static Pushes listening(WebSubConfig config, FormPoster hubs, Clock clock)
      throws IOException {
    return new Pushes(config, hubs, clock);
  }

  private boolean take(String source, byte[] body, String contentType) {
    HubLinks links = followed.get(source);
    if (links == null) {
      return false;
    }
    return Fetcher.address(links.topic())
        .map(topic -> WebAnswer.brought(topic, contentType, body))
        .filter(content -> waiting.offer(new Push(source, links.topic(), content)))
        .isPresent();
  }

  /**
   * Subscribes to what the source's content named, or to nothing any more; asks in its own time.
   */
  void follow(FeedState state) {
    String hub = state.getHub();
    String topic = state.getTopic();
    if (subscriber == null || hub == null || topic == null || state.getGone()) {
      leaveIf(state.getSource()::equals);
      return;
    }
    HubLinks links = new HubLinks(hub, topic);
    followed.put(state.getSource(), links);
    ask(() -> subscriber.want(state.getSource(), links));
  }

  /** Wants no more of the sources with such names. */
  void leaveIf(Predicate<String> name) {
    for (String source : List.copyOf(followed.keySet())) {
      if (subscriber != null && name.test(source)) {
        followed.remove(source);
        ask(() -> subscriber.unwant(source));
      }
    }
  }

  /** The state with how long its hub has promised to bring what is new; its hub is followed. */
  FeedState noted(FeedState state) {
    follow(state);
    Optional<Instant> until =
        Optional.ofNullable(subscriber)
            .flatMap(hubs -> hubs.status(state.getSource()))
            .flatMap(status -> Optional.ofNullable(status.leaseEnd()));
    state.setPushedUntil(until.orElse(null));
    return state;
  }

  /** Whether something was brought that nobody took. */
  boolean isWaiting() {
    return !waiting.isEmpty();
  }

  /** The turns of what was brought; what a source cannot take now waits on. */
  List<Turn> turns(Timetable timetable) {
    List<Push> brought = new ArrayList<>();
    waiting.drainTo(brought);
    List<Turn> turns = new ArrayList<>();
    for (Push push : brought) {
      if (timetable.isBusy(push.source())) {
        // Where there is no place for it any more, a poll will bring it.
        boolean waits = waiting.offer(push);
        LOG.debug("what was brought of {} waits: {}", push.source(), waits);
      } else {
        timetable
            .take(push.source())
            .map(turn -> new Turn(turn, push.content()))
            .ifPresent(turns::add);
      }
    }
    return turns;
  }

  /** Renews what is due. */
  void renew() {
    if (subscriber != null) {
      ask(subscriber::renew);
    }
  }

  private void ask(Runnable request) {
    if (asking.isShutdown()) {
      return;
    }
    asking.execute(
        () -> {
          try {
            request.run();
          } catch (RuntimeException broken) {
            LOG.warn("a hub could not be asked", broken);
          }
        });
  }

  /** What came to the callback; empty where there is none. */
  public Optional<WebSubCounts> counts() {
    return Optional.ofNullable(subscriber).map(WebSubSubscriber::counts);
  }

  /** Lets what is to be asked be asked, within seconds, and listens no more. */
  @Override
  public void close() {
    if (renewals != null) {
      renewals.cancel(false);
    }
    asking.shutdown();
    try {
      if (!asking.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        asking.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      asking.shutdownNow();
      Thread.currentThread().interrupt();
    }
    if (subscriber != null) {
      subscriber.close();
    }
  }
}
