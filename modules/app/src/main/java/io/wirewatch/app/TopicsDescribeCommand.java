package io.wirewatch.app;

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
    TopicWish wish = options.wish();
    List<TopicComparison> all =
        Preflight.withBrokers(
            options.settings(), admin -> options.compare(options.topics(admin), wish));
    PrintWriter out = spec.commandLine().getOut();
    all.forEach(topic -> out.println(topic.line(topic.state())));
    out.flush();
    return all.stream().allMatch(topic -> topic.state().equals("as-wanted")) ? 0 : 1;
  }
}
