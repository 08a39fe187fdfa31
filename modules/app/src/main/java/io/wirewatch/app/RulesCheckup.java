package io.wirewatch.app;

import io.wirewatch.alert.RuleTopic;
import io.wirewatch.contract.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;

/** Which rules are published, and whether every instance runs them. */
final class RulesCheckup {
  private static final String CHECK = "rules";

  private final Admin admin;
  private final Settings settings;

  RulesCheckup(Admin admin, Settings settings) {
    this.admin = admin;
    this.settings = settings;
  }

  List<Finding> look() {
    Settings impatient = settings.with(Map.of("default.api.timeout.ms", "10000"));
    try (RuleTopic topic = RuleTopic.once(impatient)) {
      topic.readToEnd();
      Map<String, String> running = new TreeMap<>();
      AlertInstances.of(admin, topic)
          .forEach((name, instance) -> running.put(name, instance.hash()));
      return List.of(
          topic
              .hash()
              .map(hash -> published(topic, hash, running))
              .orElseGet(() -> given(running)));
    }
  }

  private static Finding published(RuleTopic topic, String hash, Map<String, String> running) {
    if (topic.set().isEmpty()) {
      return Finding.ill(
          CHECK,
          "the published set " + hash + " is not whole",
          "'wirewatch rules publish DIR' publishes it again");
    }
    List<String> others =
        running.entrySet().stream()
            .filter(instance -> !instance.getValue().equals(hash))
            .map(Map.Entry::getKey)
            .toList();
    return others.isEmpty()
        ? Finding.well(
            CHECK,
            "set %s of %d rules is published, %d instances run it"
                .formatted(hash, topic.set().orElseThrow().size(), running.size()))
        : Finding.ill(
            CHECK,
            "set %s is published, and %s run another".formatted(hash, String.join(", ", others)),
            "wait a moment; if it stays so, their logs and news.articles.rejected say why it was refused");
  }

  private static Finding given(Map<String, String> running) {
    return running.values().stream().distinct().count() > 1
        ? Finding.ill(
            CHECK,
            "none are published, and the instances run different ones",
            "'wirewatch rules publish DIR' has all of them run the same")
        : Finding.well(
            CHECK,
            "none are published, %d instances run what they were given".formatted(running.size()));
  }
}
