package io.wirewatch.app;

import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.Settings;
import io.wirewatch.dashboard.Dashboard;
import io.wirewatch.dashboard.web.DashboardServer;
import io.wirewatch.dashboard.web.Door;
import io.wirewatch.rules.RuleSet;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wirewatch dashboard}: the page that an operations room keeps open. */
@Command(
    name = "dashboard",
    subcommands = DashboardUserCommand.class,
    description = {
      "Show alerts as they come, incidents, how the stages do; take what the desk decides. A page for browsers.",
      "On loopback nobody signs in. Elsewhere it needs users: a file (dashboard.users), or a proxy that names them (dashboard.proxy.user)."
    })
final class DashboardCommand implements Callable<Integer> {
  @Mixin private ListenOptions listen = new ListenOptions();
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private RulesOption rules = new RulesOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    InetSocketAddress address = listen.address(8080);
    Settings settings = cluster.settings();
    Screen screen = Screen.standard();
    Door door = Dashboard.door(settings, address, Clock.systemUTC(), screen::say);
    RuleSet fallback = rules.load();
    DashboardServer.Site site =
        new DashboardServer.Site(address, listen.allowed(), Map.of(), Version.number());
    PrintWriter err = spec.commandLine().getErr();
    try (StageRun run = StageRun.open(settings, "dashboard", err::println)) {
      Preflight.prepare(settings, Role.DASHBOARD, List.of());
      Dashboard.Knowledge knowledge =
          new Dashboard.Knowledge(
              WhyCommand.STAGES, () -> fallback, Desks.once(Annotator::bundled));
      return show(new Dashboard.Front(site, door), knowledge, run);
    }
  }

  private static int show(Dashboard.Front front, Dashboard.Knowledge knowledge, StageRun run) {
    Lookout lookout = run.lookout();
    try (Dashboard dashboard = Desks.start(lookout.settings(), front, knowledge)) {
      StageRun.Work work = Desks.work(dashboard);
      lookout.watch("dashboard", work);
      return run.untilStopped(work, "desk at " + Desks.url(dashboard));
    }
  }
}
