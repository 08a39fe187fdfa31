package io.wirewatch.dashboard.picture;

import io.wirewatch.contract.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topics into the picture, on a thread of its own, until it is closed. */
final class Reading implements Runnable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

  /** Who waits is woken so often at most: each wakes a thread for every page. */
  private static final Duration MOMENT = Duration.ofMillis(100);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);
  private static final Duration MOST_FOR_CLOSING = Duration.ofSeconds(3);

  private final Settings settings;
  private final Picture.Bounds bounds;
  private final SharedPicture picture;
  private final Taking taking;
  private final Thread thread = new Thread(this, "dashboard-picture");
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicReference<Throwable> outage = new AtomicReference<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private boolean hasBegun;
  private long announced;

  /** Reads from {@link #start} on. */
  Reading(Settings settings, Picture.Bounds bounds, SharedPicture picture, Records records) {
    this.settings = settings;
    this.bounds = bounds;
    this.picture = picture;
    this.taking = new Taking(picture, records);
  }

  Reading start() {
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  @Override
  public void run() {
    while (!isClosed()) {
      try (WatchedTopics topics = new WatchedTopics(settings, bounds)) {
        hasBegun = false;
        follow(topics);
      } catch (RuntimeException failed) {
        fails(failed);
        pause();
      } catch (Error broken) {
        LOG.error("the picture of the dashboard stands still", broken);
        failure.set(broken);
        throw broken;
      }
    }
  }

  /** Until it is closed, or a topic is another one than it was. */
  private void follow(WatchedTopics topics) {
    long looked = 0;
    boolean isThere = false;
    while (!isClosed()) {
      if (!isThere || System.nanoTime() - looked > BETWEEN_LOOKS.toNanos()) {
        Optional<Boolean> same = look(topics);
        if (same.isPresent() && !same.get()) {
          LOG.warn("a topic has been made anew, so everything is read once more");
          return;
        }
        isThere |= same.isPresent();
        looked = System.nanoTime();
      }
      read(topics);
      if (isThere && !picture.isLoaded() && topics.isAtEnds()) {
        picture.loaded();
      }
    }
  }

  private Optional<Boolean> look(WatchedTopics topics) {
    try {
      boolean same = topics.look(this::begin);
      if (outage.getAndSet(null) != null) {
        LOG.info("the picture of the dashboard goes on");
      }
      return Optional.of(same);
    } catch (RuntimeException failed) {
      // The consumer finds its way back by itself.
      fails(failed);
      pause();
      return Optional.empty();
    }
  }

  private void begin(Watched topic, String life, long[] from) {
    if (!hasBegun) {
      // Not before: pages can do more with an old picture than with none.
      picture.startOver();
      hasBegun = true;
    }
    picture.change(shown -> shown.begins(topic, life, from));
  }

  private void read(WatchedTopics topics) {
    var polled = topics.poll(MOMENT);
    if (topics.partitions().isEmpty()) {
      pause();
      return;
    }
    for (ConsumerRecord<String, byte[]> record : polled) {
      take(record);
      if (isClosed()) {
        return;
      }
    }
    for (TopicPartition partition : topics.partitions()) {
      long next = topics.position(partition);
      picture.change(
          shown -> shown.passed(Watched.named(partition.topic()), partition.partition(), next));
    }
    if (System.nanoTime() - announced >= MOMENT.toNanos()) {
      picture.announce();
      announced = System.nanoTime();
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    while (!isClosed()) {
      try {
        taking.take(record);
        return;
      } catch (RuntimeException failed) {
        if (!Records.isEnvironment(failed)) {
          throw failed;
        }
        fails(failed);
        pause();
      }
    }
  }

  private void fails(RuntimeException why) {
    if (outage.getAndSet(why) == null) {
      LOG.warn("the picture of the dashboard stands still; tries again", why);
    }
  }

  private void pause() {
    try {
      boolean unused = closing.await(BEFORE_NEXT_TRY.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      closing.countDown();
    }
  }

  private boolean isClosed() {
    return closing.getCount() == 0;
  }

  /** Why nothing can be read at the moment, though it is tried; empty where it can. */
  Optional<Throwable> outage() {
    return Optional.ofNullable(outage.get());
  }

  /** Why it reads no more, though it was not closed; empty while it does. */
  Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(MOST_FOR_CLOSING.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
