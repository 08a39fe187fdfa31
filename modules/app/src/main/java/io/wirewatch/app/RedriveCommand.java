package io.wirewatch.app;

import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirewatch redrive}: second chances for what was set aside. */
@Command(
    name = "redrive",
    description = {
      "Send back what was set aside, to the topic that it had come from: each record once, however often this runs.",
      "A line of JSON for each on standard output. Exit 1 where something that was meant stays behind or would fail again.",
      "What comes back is a newer text than any that came meanwhile; a copy of a known one is dropped."
    })
final class RedriveCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private RulesOption rules = new RulesOption();

  @Parameters(
      paramLabel = "dead-letter|rejected",
      converter = SetAsideConverter.class,
      description = "dead-letter: news.dead-letter. rejected: news.articles.rejected.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private Topic<?> topic;

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = {
        "Only these; all conditions have to hold. step, reason, source with = (is) or ~ (contains);",
        "since=TIME, until=TIME: when it was set aside. Example: --where reason~future"
      })
  private List<String> where = new ArrayList<>();

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Only this article, or the record at PARTITION/OFFSET; may be given often.")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--dry-run",
      description = "Send nothing; show what today's code would make of each.")
  private boolean dryRun;

  @Option(
      names = "--only-passing",
      description = "Send only what today's code would not set aside again.")
  private boolean onlyPassing;

  @Option(
      names = "--again",
      description = "Send too what was sent back before and has been set aside again.")
  private boolean again;

  @Override
  public Integer call() {
    Settings settings = cluster.settings();
    RedriveFilter filter = new RedriveFilter(ids, where);
    return dryRun ? show(settings, filter) : send(settings, filter);
  }

  private int show(Settings settings, RedriveFilter filter) {
    Preflight.reach(settings);
    return over(
        settings,
        new RedriveRun.Wish(filter, again, true),
        new RedriveRun.Sending() {
          @Override
          public void send(List<SetAside> batch) {
            LoggerFactory.getLogger(RedriveCommand.class).debug("{} would go", batch.size());
          }

          @Override
          public String line(SetAside aside) {
            return RedriveJson.wouldPass(aside);
          }

          @Override
          public boolean isDry() {
            return true;
          }
        });
  }

  private int send(Settings settings, RedriveFilter filter) {
    Preflight.prepare(settings, Role.REDRIVE, List.of());
    try (Redriver redriver =
        new Redriver(settings, new RecordSerdes(settings), Clock.systemUTC())) {
      return over(settings, new RedriveRun.Wish(filter, again, onlyPassing), redriver);
    }
  }

  private int over(Settings settings, RedriveRun.Wish wish, RedriveRun.Sending sending) {
    Screen screen = Screen.standard();
    RedriveTrial trial = new RedriveTrial(() -> RedriveTrial.runningRules(settings, rules));
    // After another redrive was fenced off, so that nothing of it is missed.
    RedriveMemory memory = RedriveMemory.read(settings);
    try (SetAsideTopic aside = new SetAsideTopic(settings, topic)) {
      RedriveSums sums =
          new RedriveRun(wish, memory, trial, screen)
              .over(aside, new SetAsideReading(new RecordSerdes(settings)), sending);
      if (sums.isEmpty() && !ids.isEmpty()) {
        screen.say("wirewatch: nothing of that id lies on " + topic.name());
        return 1;
      }
      return sums.isClean() ? 0 : 1;
    }
  }
}
