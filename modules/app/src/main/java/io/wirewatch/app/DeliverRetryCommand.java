package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wirewatch.FailedDelivery;
import io.wirewatch.contract.Settings;
import io.wirewatch.deliver.dispatch.FailedMessages;
import io.wirewatch.deliver.route.FilePlan;
import io.wirewatch.deliver.target.Target;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wirewatch deliver retry}: messages that a target did not take, once more. */
@Command(
    name = "retry",
    description = {
      "Send once more what a target did not take, under the same idempotency key: who has had it knows.",
      "A line of JSON for each on standard output. Exit 1 where some are still not taken."
    })
final class DeliverRetryCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private PlanOption option = new PlanOption();

  @Option(names = "--target", paramLabel = "NAME", description = "Only messages to this target.")
  private @Nullable String target;

  @Option(names = "--dry-run", description = "Send nothing; show what there is.")
  private boolean dryRun;

  @Override
  public Integer call() throws InterruptedException {
    FilePlan plan = option.load();
    if (target != null && plan.targets().stream().noneMatch(t -> t.name().equals(target))) {
      throw new Refusal("the file has no target " + target + ": --target takes one of its names");
    }
    Settings settings = cluster.settings();
    Screen screen = Screen.standard();
    if (dryRun) {
      Preflight.reach(settings);
      List<FailedDelivery> failed = meant(settings);
      failed.forEach(one -> screen.data(line(one, "would be sent", one.getReason())));
      screen.say("%d would be sent".formatted(failed.size()));
      return 0;
    }
    Preflight.prepare(settings, Role.DELIVER_RETRY, List.of());
    // After another retry was fenced off, so that none sends what this one sends.
    try (FailedMessages messages = new FailedMessages(settings, plan, Clock.systemUTC())) {
      return retry(messages, meant(settings), screen);
    } catch (FailedMessages.OvertakenException overtaken) {
      throw new Refusal(
          "another retry began on this cluster: what this one sent stays sent, start it again for the rest",
          overtaken);
    }
  }

  private List<FailedDelivery> meant(Settings settings) {
    return FailedMessages.all(settings).stream()
        .filter(failed -> target == null || failed.getTarget().equals(target))
        .toList();
  }

  private static int retry(FailedMessages messages, List<FailedDelivery> failed, Screen screen)
      throws InterruptedException {
    int taken = 0;
    int left = 0;
    for (FailedDelivery one : failed) {
      screen.count("%d of %d sent".formatted(taken + left, failed.size()));
      Optional<Target.Answer> answer = messages.retry(one);
      boolean isTaken = answer.filter(Target.Answer.Taken.class::isInstance).isPresent();
      taken += isTaken ? 1 : 0;
      left += isTaken ? 0 : 1;
      screen.data(
          line(
              one,
              isTaken ? "taken" : "not taken",
              answer.map(Target.Answer::words).orElse("the file has no such target")));
    }
    screen.endCounter();
    screen.say("%d taken, %d not taken".formatted(taken, left));
    return left == 0 ? 0 : 1;
  }

  private static String line(FailedDelivery failed, String what, String answer) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("outcome", what)
        .put("target", failed.getTarget())
        .put("message", failed.getMessage())
        .put("group", failed.getGroup())
        .put("attempts", failed.getAttempts())
        .put("failedAt", failed.getAt().toString())
        .put("answer", answer)
        .toString();
  }
}
