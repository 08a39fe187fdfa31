package io.wirewatch.dashboard;

import io.wirewatch.contract.Settings;
import io.wirewatch.dashboard.door.Doors;
import io.wirewatch.dashboard.web.DashboardServer;
import io.wirewatch.dashboard.web.Door;
import io.wirewatch.dashboard.web.Route;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The desk, put together: what is shown, what is asked, who may come in, the server. */
public final class Dashboard implements AutoCloseable {
  private final DashboardServer server;

  private Dashboard(DashboardServer server) {
    this.server = server;
  }

  /**
   * Who may come in to a desk there; to be asked for before anything else is started.
   *
   * @param say told what a person should know
   * @throws io.wirewatch.dashboard.door.UnusableDoorException where nobody, or anybody, could
   */
  public static Door door(
      Settings settings, InetSocketAddress address, Clock clock, Consumer<String> say) {
    return Doors.of(settings, address.getAddress(), clock, say);
  }

  /**
   * Listens from now on.
   *
   * @throws IOException where the address cannot be had, such as a port in use
   */
  public static Dashboard start(
      Settings settings, DashboardServer.Site site, Door door, Clock clock) throws IOException {
    int streams = settings.value(DashboardSettings.STREAMS);
    return new Dashboard(new DashboardServer(site, streams, door, routes()));
  }

  // The parts' routes are joined here.
  private static List<Route> routes() {
    return List.of();
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** Why it cannot go on; empty while it can. */
  public Optional<Throwable> failure() {
    return Optional.empty();
  }

  /** Whether it shows what is there now. */
  public boolean isWorking(Duration within) {
    return !within.isNegative();
  }

  @Override
  public void close() {
    server.close();
  }
}
