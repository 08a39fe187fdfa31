package io.wirewatch.dashboard.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirewatch.alert.AlertConfig;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Route;
import io.wirewatch.why.Groups;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the stages are and what was refused, asked of the cluster every two seconds until it is
 * closed. Where the cluster does not answer, the last state stands, and says of what time it is;
 * asking goes on.
 */
public final class StageHealth implements AutoCloseable {
  /** What names of its clients begin with. */
  static final String CLIENT = "wirewatch-dashboard-health";

  private static final Logger LOG = LoggerFactory.getLogger(StageHealth.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** There are no rates before the second survey, and nothing is said before there are. */
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private static final Duration MOST_FOR_CLOSING = Duration.ofSeconds(5);
  private static final Map<String, String> LIMITS =
      Map.of("request.timeout.ms", "5000", "default.api.timeout.ms", "8000");

  private final Course course = new Course();
  private final Surveyor surveyor;
  private final RunningRules rules;
  private final RefusedTopics refused;
  private final MarkerCount markers;
  private final HealthJson json;
  private final List<Route> routes;
  private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();
  private final Set<String> troubles = new HashSet<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "stage-health");
  private final Object ending = new Object();
  private boolean isEnding; // Under the lock of ending.
  private volatile @Nullable JsonNode last;

  /** Begins to ask. */
  public StageHealth(Settings settings, Clock clock, Groups groups, String version) {
    Settings limited = settings.with(LIMITS);
    RefusedReading reading = new RefusedReading(new RecordSerdes(limited));
    surveyor = new Surveyor(limited.with(named("survey")), clock, groups);
    rules = new RunningRules(limited.with(named("rules")));
    refused = new RefusedTopics(limited, reading);
    markers = new MarkerCount(limited, WorkStage.way(groups));
    json = new HealthJson(version, groups);
    RefusedRoutes content =
        new RefusedRoutes(refused::newest, new RefusedRecords(limited), reading);
    routes =
        List.of(
            Route.get("/api/health", request -> health()),
            Route.get("/api/refused", content::listed),
            Route.get(RefusedRoutes.ONE, content::one));
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler(
        (ended, thrown) -> LOG.error("nobody asks any more how the stages are", thrown));
    thread.start();
  }

  private static Map<String, String> named(String purpose) {
    return Map.of("client.id", CLIENT + "-" + purpose);
  }

  /** {@code /api/health} and {@code /api/refused}. */
  public List<Route> routes() {
    return routes;
  }

  /** Hands each new state to a listener, on this health's own thread; none where none is had. */
  public void everyTime(Consumer<JsonNode> listener) {
    listeners.add(listener);
  }

  private Reply health() {
    JsonNode now = last;
    return now == null
        ? Reply.error(
            503, "the cluster has not answered yet; if this stays, look whether its brokers run")
        : Reply.json(200, now);
  }

  private void run() {
    try {
      Duration pause = Duration.ZERO;
      while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
        pause = last == null && course.isBegun() ? FIRST_PAUSE : PAUSE;
      }
    } catch (InterruptedException closed) {
      LOG.debug("closed while it waited", closed);
    } finally {
      end();
    }
  }

  private void end() {
    synchronized (ending) {
      // Who is interrupted cannot close a consumer, and from now on nobody interrupts.
      isEnding = true;
      boolean interrupted = Thread.interrupted();
      LOG.debug("ends{}", interrupted ? ", interrupted" : "");
    }
    rules.close();
    refused.close();
    markers.close();
    surveyor.close();
  }

  private void look() {
    if (!part("the cluster", () -> course.add(surveyor.survey()))) {
      return;
    }
    part("how many markers there are", () -> course.count(markers::upTo));
    Survey now = course.now();
    if (now.topics().contains(Topics.RULES.name())) {
      part(Topics.RULES.name(), rules::look);
    }
    part("what was refused", () -> refused.look(now));
    if (course.hasRates()) {
      var seen = rules.seen().of(now.group(AlertConfig.NAME).clients());
      JsonNode made = json.of(course, seen, refused.counts());
      last = made;
      listeners.forEach(listener -> part("a listener", () -> listener.accept(made)));
    }
  }

  /** Does a part; whether that worked. Trouble is logged when it begins and when it ends. */
  private boolean part(String name, Runnable work) {
    try {
      work.run();
      if (troubles.remove(name)) {
        LOG.info("{} can be read again", name);
      }
      return true;
    } catch (RuntimeException failed) {
      if (closing.getCount() > 0 && troubles.add(name)) {
        LOG.warn("{} cannot be read, which is tried again: the last state stands", name, failed);
      }
      return false;
    }
  }

  @Override
  public void close() {
    closing.countDown();
    synchronized (ending) {
      if (!isEnding) {
        thread.interrupt();
      }
    }
    try {
      thread.join(MOST_FOR_CLOSING.toMillis());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
