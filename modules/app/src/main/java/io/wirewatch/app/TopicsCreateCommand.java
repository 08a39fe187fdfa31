package io.wirewatch.app;

import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.PolicyViolationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wirewatch topics create}. */
@Command(
    name = "create",
    description = {
      "Create the topics that are missing, those of the rules' routes among them: a line of JSON each.",
      "Of topics that are there, --partitions makes more and --retention makes it longer; neither makes it less.",
      "Other differences are shown and stay. What cannot be done is refused before anything is changed."
    })
final class TopicsCreateCommand implements Callable<Integer> {
  private static final Set<String> REMEMBERED =
      Set.of(Topics.RAW_ARTICLES.name(), Topics.ENRICHED_ARTICLES.name());

  @Mixin private TopicOptions options = new TopicOptions();

  @Option(names = "--dry-run", description = "Change nothing; show what would be done.")
  private boolean dryRun;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    TopicWish wish = options.wish();
    return Preflight.withBrokers(
        options.settings(),
        admin -> {
          ClusterTopics topics = options.topics(admin);
          List<TopicComparison> all = options.compare(topics, wish);
          refuse(all);
          if (!dryRun) {
            change(topics, all, wish);
          }
          show(all);
          return 0;
        });
  }

  private static void refuse(List<TopicComparison> all) {
    List<String> refusals = all.stream().flatMap(topic -> topic.refusal().stream()).toList();
    if (!refusals.isEmpty()) {
      int others = refusals.size() - 1;
      throw new Refusal(
          "nothing was changed: "
              + refusals.get(0)
              + (others == 0 ? "" : " (and " + others + " more topics)"));
    }
  }

  private static void change(ClusterTopics topics, List<TopicComparison> all, TopicWish wish) {
    List<Topic<?>> missing = new ArrayList<>();
    all.stream().filter(TopicComparison::isMissing).forEach(topic -> missing.add(topic.wanted()));
    try {
      topics.create(missing, wish.replication());
    } catch (InvalidReplicationFactorException tooFew) {
      throw new Refusal(
          "this cluster has fewer brokers than the copies that are wanted: give a smaller --replication",
          tooFew);
    } catch (PolicyViolationException against) {
      throw new Refusal(
          "the cluster's own policy is against it (" + against.getMessage() + ")", against);
    }
    all.stream().filter(TopicComparison::isToGrow).forEach(topic -> topics.grow(topic.wanted()));
    all.stream()
        .filter(TopicComparison::isToBeKeptLonger)
        .forEach(topic -> topics.keep(topic.wanted()));
  }

  private void show(List<TopicComparison> all) {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    for (TopicComparison topic : all) {
      out.println(topic.line(state(topic)));
      if (topic.isToGrow() && REMEMBERED.contains(topic.plain().name())) {
        err.println(
            "%s has more partitions %s: stop the stage that reads it, and 'wirewatch reset --stage … --to keep' before it starts again, for what it remembers lies by partition"
                .formatted(topic.plain().name(), dryRun ? "then" : "now"));
      }
    }
    out.flush();
    err.flush();
  }

  private String state(TopicComparison topic) {
    String would = dryRun ? "would-be-" : "";
    if (topic.isMissing()) {
      return would + "created";
    }
    if (topic.isToGrow() || topic.isToBeKeptLonger()) {
      return would + "changed";
    }
    return topic.state();
  }
}
