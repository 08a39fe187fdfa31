package io.wirewatch.app;

import io.wirewatch.contract.Settings;
import io.wirewatch.dashboard.Dashboard;
import io.wirewatch.dashboard.web.DashboardServer;
import io.wirewatch.dashboard.web.Door;
import io.wirewatch.embedded.PortInUseException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The dashboard, opened such that a taken port is told as any other, and watched as a stage is. */
final class Desks {
  private Desks() {}

  static Dashboard start(Settings settings, DashboardServer.Site site, Door door) {
    try {
      return Dashboard.start(settings, site, door, Clock.systemUTC());
    } catch (IOException taken) {
      throw new PortInUseException(site.address().getPort(), taken);
    }
  }

  /** Where its page is. */
  static String url(Dashboard dashboard) {
    String host = dashboard.address().getAddress().getHostAddress();
    return "http://%s:%d/"
        .formatted(host.contains(":") ? "[" + host + "]" : host, dashboard.address().getPort());
  }

  static StageRun.Work work(Dashboard dashboard) {
    return new StageRun.Work() {
      @Override
      public Optional<Throwable> failure() {
        return dashboard.failure();
      }

      @Override
      public boolean isWorking(Duration within) {
        return dashboard.isWorking(within);
      }
    };
  }
}
