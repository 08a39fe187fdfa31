package io.wirewatch.app;

import io.wirewatch.Alert;
import io.wirewatch.deliver.route.FilePlan;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirewatch deliver route-test}: who would be told of an alert, and why. */
@Command(
    name = "route-test",
    description = {
      "Show where alerts would go: targets, group, timing, hours, inhibition, and which route decides.",
      "Alerts of a file hold back those that follow them there, as inhibitions say. Tells nobody."
    })
final class DeliverRouteTestCommand implements Callable<Integer> {
  private static final int MOST_LIVING = 1000;

  @Mixin private PlanOption option = new PlanOption();
  @Mixin private AlertOptions alert = new AlertOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "ALERT",
      description = "JSON lines as 'wirewatch up --once' prints them; - for standard input.")
  private @Nullable String file;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "As if it were then, for hours; with its zone: 2026-01-31T02:00+03:00.")
  private @Nullable String at;

  @Option(
      names = "--expect",
      split = ",",
      paramLabel = "TARGET,…",
      description = "Exit 1 where an alert does not go to exactly these; nobody for none.")
  private Set<String> expected = Set.of();

  @Option(names = "--json", description = "A line of JSON an alert.")
  private boolean json;

  private final List<Alert> living = new ArrayList<>();
  private boolean asExpected = true;

  @Override
  public Integer call() {
    FilePlan plan = option.load();
    Instant now = at == null ? Clock.systemUTC().instant() : ReplayOptions.time("--at", at);
    Screen screen = Screen.standard();
    if (file == null && !alert.isGiven()) {
      throw new Refusal(
          "needs an alert: give a file of JSON lines, -, or --rule, --severity, --region, --source, --language");
    }
    if (file != null && alert.isGiven()) {
      throw new Refusal("takes a file or options that describe one alert: leave one of them out");
    }
    int exit = 0;
    if (file == null) {
      show(plan, alert.alert(now), now, screen);
    } else {
      exit = new AlertLines(file, screen).each(one -> show(plan, one, now, screen));
    }
    return exit == 0 && !asExpected ? 1 : exit;
  }

  private void show(FilePlan plan, Alert alert, Instant now, Screen screen) {
    RouteTest test = RouteTest.of(plan, alert, living, now);
    if (json) {
      screen.data(RouteTestJson.line(test));
    } else {
      RouteTestText.lines(test).forEach(line -> screen.data(Printable.line(line)));
    }
    Set<String> wanted = new LinkedHashSet<>(expected);
    wanted.remove("nobody");
    if (!expected.isEmpty() && !test.targets().equals(wanted)) {
      asExpected = false;
      screen.say("not as expected: " + alert.getId() + " goes to " + test.targetsText());
    }
    living.add(0, alert);
    if (living.size() > MOST_LIVING) {
      living.remove(MOST_LIVING);
    }
  }
}
