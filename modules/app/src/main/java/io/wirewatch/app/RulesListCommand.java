package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.alert.RuleTopic;
import io.wirewatch.contract.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wirewatch rules list}: which set is published, and which set each alert stage runs. */
@Command(
    name = "list",
    description =
        "Show the published rule set and what each alert stage of the cluster runs, by hash.")
final class RulesListCommand implements Callable<Integer> {
  @Mixin private ClusterOptions options = new ClusterOptions();

  /** Said or not, it is the cluster that is asked. */
  @Option(names = "--cluster", description = "Ask the cluster (it is what this command does).")
  void cluster(boolean said) {
    LoggerFactory.getLogger(RulesListCommand.class).debug("--cluster {}", said);
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    Settings settings = options.settings();
    Preflight.prepare(settings, Role.RULES_LIST, List.of());
    try (RuleTopic topic = RuleTopic.once(settings);
        Admin admin = Admin.create(settings.asClientConfig())) {
      topic.readToEnd();
      Optional<String> published = topic.hash();
      show(line("published", "", published.orElse("none")));
      topic
          .set()
          .ifPresent(
              set ->
                  set.values()
                      .forEach(rule -> show(line("rule", rule.getId(), rule.getVersion()))));
      boolean same = true;
      for (Map.Entry<String, AlertInstances.Instance> entry :
          AlertInstances.of(admin, topic).entrySet()) {
        AlertInstances.Instance instance = entry.getValue();
        show(line("runs", entry.getKey(), instance.hash()).put("host", instance.host()));
        same &= published.isEmpty() || published.get().equals(instance.hash());
      }
      return same ? 0 : 1;
    }
  }

  private static ObjectNode line(String what, String name, String hash) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("what", what)
        .put("name", name)
        .put("hash", hash);
  }

  private void show(ObjectNode line) {
    spec.commandLine().getOut().println(line);
  }
}
