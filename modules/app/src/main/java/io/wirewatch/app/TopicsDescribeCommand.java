package io.wirewatch.app;

import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.Settings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wirewatch topics describe}. */
@Command(
    name = "describe",
    description = {
      "Show every topic beside what it should be: a line of JSON each.",
      "state is as-wanted, differs or missing. Exit 1 where one differs or is missing."
    })
final class TopicsDescribeCommand implements Callable<Integer> {
  @Mixin private TopicOptions options = new TopicOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    Settings settings = options.settings();
    options.wish();
    List<TopicComparison> all =
        Preflight.withBrokers(
            settings,
            admin ->
                options.compare(new ClusterTopics(admin, settings.value(Cluster.MOST_PARTITIONS))));
    PrintWriter out = spec.commandLine().getOut();
    all.forEach(topic -> out.println(topic.line(state(topic))));
    out.flush();
    return all.stream().allMatch(topic -> state(topic).equals("as-wanted")) ? 0 : 1;
  }

  private static String state(TopicComparison topic) {
    if (topic.isMissing()) {
      return "missing";
    }
    return topic.differences().isEmpty() ? "as-wanted" : "differs";
  }
}
