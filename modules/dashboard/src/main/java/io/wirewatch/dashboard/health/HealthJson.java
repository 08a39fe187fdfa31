package io.wirewatch.dashboard.health;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.contract.Topics;
import io.wirewatch.why.Groups;
import java.util.List;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * The health as JSON. How many records a topic holds, and how many wait, are counts of offsets:
 * markers of transactions are among them, and of compacted topics what was compacted away. Rates
 * are as {@link Course} says.
 */
final class HealthJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String version;
  private final Groups groups;

  HealthJson(String version, Groups groups) {
    this.version = version;
    this.groups = groups;
  }

  ObjectNode of(Course course, RunningRules.RuleSets rules, List<RefusedTopics.Count> refused) {
    ObjectNode node =
        JSON.objectNode()
            .put("at", Times.written(course.now().at()))
            .put("version", version)
            .put("kafkaVersion", AppInfoParser.getVersion())
            .put("javaVersion", System.getProperty("java.version"));
    node.set("ruleSet", rules(rules));
    List<WorkStage> stages = WorkStage.all(groups, routes(course.now()));
    ArrayNode listed = node.putArray("stages");
    stages.forEach(stage -> listed.add(stage(course, stage)));
    ArrayNode topics = node.putArray("topics");
    course.now().topics().stream()
        .filter(name -> stages.stream().noneMatch(stage -> stage.isBetweenSteps(name)))
        .forEach(name -> topics.add(topic(course, name)));
    ArrayNode counts = node.putArray("refused");
    refused.forEach(count -> counts.add(count(count)));
    return node;
  }

  private static List<String> routes(Survey survey) {
    return survey.topics().stream().filter(name -> name.startsWith(Topics.ROUTES)).toList();
  }

  private static ObjectNode rules(RunningRules.RuleSets rules) {
    ObjectNode node = JSON.objectNode();
    rules.published().ifPresent(hash -> node.put("published", hash));
    ObjectNode running = node.putObject("running");
    rules.running().forEach(running::put);
    return node;
  }

  private static ObjectNode stage(Course course, WorkStage stage) {
    ObjectNode node =
        JSON.objectNode()
            .put("name", stage.name())
            .put("state", course.state(stage).name())
            .put("reads", stage.reads());
    ArrayNode writes = node.putArray("writes");
    stage.writes().forEach(writes::add);
    node.put("inPerSecond", rounded(course.in(stage)))
        .put("outPerSecond", rounded(course.out(stage)))
        .put("lag", course.now().lag(stage));
    ArrayNode partitions = node.putArray("partitions");
    course.now().readings(stage).forEach(reading -> partitions.add(reading(reading)));
    return node;
  }

  private static ObjectNode reading(Survey.Reading reading) {
    ObjectNode node =
        JSON.objectNode()
            .put("topic", reading.partition().topic())
            .put("partition", reading.partition().partition());
    if (reading.offset() != null) {
      node.put("offset", reading.offset());
    }
    node.put("end", reading.end()).put("lag", reading.lag());
    if (reading.member() != null) {
      node.put("member", reading.member());
    }
    return node;
  }

  private static ObjectNode topic(Course course, String name) {
    return JSON.objectNode()
        .put("name", name)
        .put("records", course.now().held(name))
        .put("perSecond", rounded(course.growth(name)))
        .put("partitions", course.now().partitions(name));
  }

  private static ObjectNode count(RefusedTopics.Count count) {
    return JSON.objectNode()
        .put("topic", count.topic())
        .put("step", count.why().step())
        .put("reason", count.why().reason())
        .put("count", count.count());
  }

  private static double rounded(double rate) {
    return Math.round(rate * 10) / 10.0;
  }
}
