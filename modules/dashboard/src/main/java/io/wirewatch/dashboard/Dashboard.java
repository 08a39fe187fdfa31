package io.wirewatch.dashboard;

import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.Settings;
import io.wirewatch.dashboard.ask.Asking;
import io.wirewatch.dashboard.door.Doors;
import io.wirewatch.dashboard.health.StageHealth;
import io.wirewatch.dashboard.picture.LivePicture;
import io.wirewatch.dashboard.web.DashboardServer;
import io.wirewatch.dashboard.web.Door;
import io.wirewatch.dashboard.web.Route;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.why.Groups;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The desk, put together: what is shown, what is asked, who may come in, the server. */
public final class Dashboard implements AutoCloseable {
  private final LivePicture picture;
  private final Asking asking;
  private final StageHealth health;
  private final DashboardServer server;

  private Dashboard(Settings settings, Front front, Knowledge knowledge, Clock clock)
      throws IOException {
    picture = new LivePicture(settings, clock);
    asking =
        new Asking(
            settings,
            clock,
            new Asking.Sources(
                knowledge.stages(), picture::alerts, knowledge.rules(), knowledge.annotator()));
    health = new StageHealth(settings, clock, knowledge.stages(), front.site().version());
    health.everyTime(now -> picture.tell("health", now));
    try {
      server =
          new DashboardServer(
              front.site(), settings.value(DashboardSettings.STREAMS), front.door(), routes());
    } catch (IOException taken) {
      closeParts();
      throw taken;
    }
  }

  /** What it answers, but for the session and the page. */
  List<Route> routes() {
    return Stream.of(picture.routes(), asking.routes(), health.routes())
        .flatMap(List::stream)
        .toList();
  }

  /** Where it listens, and who may come in. */
  public record Front(DashboardServer.Site site, Door door) {}

  /**
   * What it cannot read from the topics.
   *
   * @param stages consumer groups of the stages
   * @param rules asked where no set is published
   * @param annotator for the rule tester: makes it when first asked, and gives the same one
   *     afterwards
   */
  public record Knowledge(Groups stages, Supplier<RuleSet> rules, Supplier<Annotator> annotator) {}

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
   * Reads and listens from now on.
   *
   * @throws IOException where the address cannot be had, such as a port in use
   */
  public static Dashboard start(Settings settings, Front front, Knowledge knowledge, Clock clock)
      throws IOException {
    return new Dashboard(settings, front, knowledge, clock);
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** Why it cannot go on; empty while it can. */
  public Optional<Throwable> failure() {
    return picture.failure();
  }

  /** Whether it has read the topics, and reads on; a cluster that is away is waited for. */
  public boolean isWorking(Duration within) {
    return !within.isNegative() && picture.isLoaded() && picture.outage().isEmpty();
  }

  @Override
  public void close() {
    // The pages' streams end with the picture; the server would wait for them.
    closeParts();
    server.close();
  }

  private void closeParts() {
    picture.close();
    health.close();
    asking.close();
  }
}
