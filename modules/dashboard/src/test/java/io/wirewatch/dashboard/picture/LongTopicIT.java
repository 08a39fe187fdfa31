package io.wirewatch.dashboard.picture;

import static io.wirewatch.dashboard.picture.Samples.TIME;
import static io.wirewatch.dashboard.picture.Samples.anAlert;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A topic that holds far more than is shown. */
@Timeout(120)
final class LongTopicIT {
  private static final int SHOWN = 100;
  private static final int WRITTEN = 600;

  @Test
  void picture_ofALongTopic_readsItsEndAloneAndHoldsTheNewest(@TempDir Path directory)
      throws Exception {
    try (Cluster cluster = new Cluster(directory)) {
      cluster.create(Topics.ALERTS);
      // If that were read it would be shown: no other is as new.
      Alert first = anAlert("first").setEventTime(TIME.plusSeconds(WRITTEN + 1)).build();
      List<Alert> alerts = new ArrayList<>(List.of(first));
      for (int number = 1; number <= WRITTEN; number++) {
        alerts.add(anAlert("n" + number).setEventTime(TIME.plusSeconds(number)).build());
      }
      cluster.write(Topics.ALERTS, "one", alerts);
      // A transaction begins once the one before has ended for readers too.
      cluster.write(Topics.ALERTS, "one", anAlert("old").setEventTime(TIME).build());
      Settings few = cluster.settings().with(Map.of("dashboard.alerts", "" + SHOWN));

      try (LivePicture picture = new LivePicture(few, Clock.systemUTC());
          Stream page = Stream.open(picture, Optional.empty())) {
        page.toPosition();

        assertThat(picture.alerts())
            .hasSize(SHOWN)
            .extracting(Alert::getId)
            .startsWith("n" + WRITTEN)
            .endsWith("n" + (WRITTEN - SHOWN + 1));
      }
    }
  }
}
