package io.wirewatch.dashboard.picture;

import static io.wirewatch.dashboard.picture.Samples.anAlert;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.contract.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that is away for a while, or is another one when it comes back. */
@Timeout(180)
final class OutageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void picture_whenTheBrokerGoesAwayAndComesBack_saysSoAndGoesOn(@TempDir Path directory)
      throws Exception {
    try (Cluster cluster = new Cluster(directory)) {
      cluster.create(Topics.ALERTS);
      try (LivePicture picture = new LivePicture(cluster.settings(), Clock.systemUTC());
          Stream page = Stream.open(picture, Optional.empty())) {
        page.toPosition();
        cluster.write(Topics.ALERTS, "article-a", anAlert("a").build());
        page.next(event -> event.data().contains("\"id\":\"a\""));

        cluster.goAway();
        await(() -> picture.outage().isPresent());
        assertThat(picture.alerts()).hasSize(1);
        cluster.comeBack();
        cluster.write(Topics.ALERTS, "article-b", anAlert("b").build());

        page.next(event -> event.data().contains("\"id\":\"b\""));
        await(() -> picture.outage().isEmpty());
        assertThat(picture.failure()).isEmpty();
        assertThat(picture.alerts()).hasSize(2);
      }
    }
  }

  @Test
  void picture_whenATopicIsMadeAnew_isReadOnceMoreAndPagesLoadIt(@TempDir Path directory)
      throws Exception {
    try (Cluster cluster = new Cluster(directory)) {
      cluster.create(Topics.ALERTS);
      cluster.write(Topics.ALERTS, "article-a", anAlert("a").build());
      try (LivePicture picture = new LivePicture(cluster.settings(), Clock.systemUTC());
          Stream page = Stream.open(picture, Optional.empty())) {
        page.toPosition();
        assertThat(picture.alerts()).hasSize(1);

        cluster.delete(Topics.ALERTS);
        cluster.create(Topics.ALERTS);

        page.next(event -> event.name().equals("reset"));
        await(() -> picture.alerts().isEmpty());
        cluster.write(Topics.ALERTS, "article-b", anAlert("b").build());
        page.next(event -> event.data().contains("\"id\":\"b\""));
      }
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      LockSupport.parkNanos(50_000_000);
    }
  }
}
