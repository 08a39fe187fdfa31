package io.wirewatch.app;

import static io.wirewatch.app.Right.to;
import static io.wirewatch.app.Right.toGroup;
import static io.wirewatch.app.Right.toTopics;
import static io.wirewatch.app.Right.toTransactions;
import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.wirewatch.alert.AlertConfig;
import io.wirewatch.alert.RulePublisher;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.deliver.dispatch.Dispatching;
import io.wirewatch.deliver.dispatch.FailedMessages;
import io.wirewatch.deliver.incident.IncidentConfig;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.ingest.poll.Polling;
import io.wirewatch.rules.Rule;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who works on a cluster, and the least rights for that where its topics are there. The table in
 * docs/security.md is made of it, and a test runs with exactly these.
 */
public enum Role {
  INGEST(
      "ingest page|feed|jsonl|http",
      to(WRITE, Topics.RAW_ARTICLES, "publish articles"),
      to(WRITE, Topics.REJECTED_ARTICLES, "set aside what cannot be used")),

  INGEST_SERVE(
      "ingest serve",
      to(READ, Topics.FEEDS, "know what is known of the sources"),
      to(WRITE, Topics.FEEDS, "remember it"),
      to(WRITE, Topics.SOURCE_ALARMS, "say when a source falls silent"),
      to(WRITE, Topics.RAW_ARTICLES, "publish articles"),
      to(WRITE, Topics.REJECTED_ARTICLES, "set aside what cannot be used"),
      toGroup(READ, Polling.GROUP, "share the sources with other instances"),
      toTransactions(Polling.GROUP + "-", PatternType.PREFIXED)),

  SOURCES_SHOW("sources show", to(READ, Topics.FEEDS, "read what is known of the sources")),

  ENRICH(
      "enrich",
      Stream.concat(
          Stream.of(
              to(READ, Topics.RAW_ARTICLES, "read articles"),
              to(WRITE, Topics.ENRICHED_ARTICLES, "write enriched articles"),
              to(WRITE, Topics.REJECTED_ARTICLES, "set aside what cannot be used"),
              to(WRITE, Topics.DEAD_LETTER, "set aside what cannot be read"),
              toTopics(
                  DELETE,
                  EnrichConfig.NAME + "-",
                  "clear what lies between its steps and is done")),
          stage(EnrichConfig.NAME))),

  ALERT(
      "alert",
      Stream.concat(
          Stream.of(
              to(READ, Topics.ENRICHED_ARTICLES, "read enriched articles"),
              to(WRITE, Topics.ALERTS, "write alerts"),
              toTopics(WRITE, Topics.ROUTES, "write alerts to their routes"),
              to(READ, Topics.RULES, "follow the published rules"),
              to(WRITE, Topics.RULES, "say which rules run"),
              to(WRITE, Topics.REJECTED_ARTICLES, "refuse a published rule set"),
              to(WRITE, Topics.DEAD_LETTER, "set aside what cannot be read")),
          stage(AlertConfig.NAME))),

  DELIVER(
      "deliver",
      Stream.concat(
          Stream.of(
              to(READ, Topics.ALERTS, "read alerts"),
              to(READ, Topics.INCIDENTS, "read incidents"),
              to(WRITE, Topics.INCIDENTS, "write incidents"),
              to(READ, Topics.DESK, "follow silences"),
              to(WRITE, Topics.DESK, "say that an ended silence was told"),
              to(WRITE, Topics.DELIVERIES, "log attempts"),
              to(READ, Topics.DELIVERY_STATES, "recall what was told"),
              to(WRITE, Topics.DELIVERY_STATES, "remember it"),
              to(WRITE, Topics.FAILED_DELIVERIES, "set aside what a target does not take"),
              to(WRITE, Topics.DEAD_LETTER, "set aside what cannot be read"),
              toGroup(READ, Dispatching.GROUP, "stand by for other instances"),
              toTransactions(Dispatching.GROUP + "-", PatternType.PREFIXED),
              toTopics(
                  DELETE,
                  IncidentConfig.NAME + "-",
                  "clear what lies between its steps and is done")),
          stage(IncidentConfig.NAME))),

  DELIVER_RETRY(
      "deliver retry",
      to(READ, Topics.FAILED_DELIVERIES, "read what a target did not take"),
      to(WRITE, Topics.FAILED_DELIVERIES, "remember what came of it"),
      to(WRITE, Topics.DELIVERIES, "log attempts"),
      toTransactions(FailedMessages.TRANSACTIONS, PatternType.LITERAL)),

  RULES_PUBLISH(
      "rules publish",
      to(READ, Topics.RULES, "compare with what is published"),
      to(WRITE, Topics.RULES, "publish rules"),
      toTopics(CREATE, Topics.ROUTES, "make the topics of new routes"),
      toTransactions(RulePublisher.TRANSACTIONS, PatternType.LITERAL)),

  RULES_LIST(
      "rules list",
      to(READ, Topics.RULES, "read what is published, and what runs"),
      toGroup(DESCRIBE, AlertConfig.NAME, "see which instances are there")),

  REDRIVE(
      "redrive",
      to(READ, Topics.DEAD_LETTER, "read what was set aside"),
      to(READ, Topics.REJECTED_ARTICLES, "read what was set aside"),
      to(READ, Topics.RULES, "try records with the published rules"),
      to(READ, Topics.REDRIVEN, "know what was sent before"),
      to(WRITE, Topics.REDRIVEN, "remember what was sent"),
      to(WRITE, Topics.RAW_ARTICLES, "send it back"),
      to(WRITE, Topics.ENRICHED_ARTICLES, "send it back"),
      toTransactions(Redriver.TRANSACTIONS, PatternType.LITERAL)),

  REPLAY(
      "replay",
      to(READ, Topics.RAW_ARTICLES, "with --source raw: read articles"),
      to(READ, Topics.ENRICHED_ARTICLES, "read enriched articles"),
      to(READ, Topics.ALERTS, "with --against live: read the alerts that were live"),
      to(
          READ,
          Topics.alerts(Rule.EXPERIMENTAL_ROUTE),
          "the same of rules that are tried out; without it they are not compared")),

  DELIVER_SILENCE(
      "deliver silence add|list|end|preview",
      to(READ, Topics.ALERTS, "see what a silence would have hidden"),
      to(READ, Topics.DESK, "know the silences that are there"),
      to(WRITE, Topics.DESK, "make silences, and end them")),
  WHY(
      "why",
      to(READ, Topics.RAW_ARTICLES, "see when an article was read, and from where"),
      to(READ, Topics.REJECTED_ARTICLES, "see whether it was refused"),
      to(READ, Topics.DEAD_LETTER, "see whether it was set aside"),
      to(READ, Topics.ENRICHED_ARTICLES, "see what it is about"),
      to(READ, Topics.RULES, "ask the published rules again"),
      to(READ, Topics.ALERTS, "see its alerts"),
      to(READ, Topics.alerts(Rule.EXPERIMENTAL_ROUTE), "see those of rules that are tried out"),
      to(READ, Topics.INCIDENTS, "see which incident they belong to"),
      to(READ, Topics.DELIVERIES, "see who was told"),
      to(READ, Topics.DELIVERY_STATES, "see what waits"),
      to(READ, Topics.FAILED_DELIVERIES, "see what was not taken"),
      to(READ, Topics.DESK, "see what silenced them"),
      toGroup(DESCRIBE, EnrichConfig.NAME, "see how far the stages have read"),
      toGroup(DESCRIBE, AlertConfig.NAME, "the same"),
      toGroup(DESCRIBE, WhyCommand.STAGES.incidents(), "the same"),
      toGroup(DESCRIBE, WhyCommand.STAGES.dispatch(), "the same")),

  DASHBOARD(
      "dashboard",
      Stream.of(
          to(READ, Topics.RAW_ARTICLES, "see when an article was read, and from where"),
          to(READ, Topics.ENRICHED_ARTICLES, "show articles"),
          to(READ, Topics.ALERTS, "show alerts"),
          to(READ, Topics.alerts(Rule.EXPERIMENTAL_ROUTE), "see those of rules that are tried out"),
          to(READ, Topics.INCIDENTS, "show incidents"),
          to(READ, Topics.DESK, "show what was decided"),
          to(WRITE, Topics.DESK, "acknowledge, assign, comment, silence"),
          to(READ, Topics.RULES, "try articles with the published rules; see which run"),
          to(READ, Topics.REJECTED_ARTICLES, "show what was refused"),
          to(READ, Topics.DEAD_LETTER, "show what was set aside"),
          to(READ, Topics.DELIVERIES, "see who was told"),
          to(READ, Topics.DELIVERY_STATES, "see what waits"),
          to(READ, Topics.FAILED_DELIVERIES, "see what was not taken"),
          toTopics(DESCRIBE, EnrichConfig.NAME + "-", "see what waits between its steps"),
          toTopics(DESCRIBE, IncidentConfig.NAME + "-", "see what waits between its steps"),
          toGroup(DESCRIBE, EnrichConfig.NAME, "see how far the stages have read"),
          toGroup(DESCRIBE, AlertConfig.NAME, "the same"),
          toGroup(DESCRIBE, WhyCommand.STAGES.incidents(), "the same"),
          toGroup(DESCRIBE, WhyCommand.STAGES.dispatch(), "the same"))),

  RESET_ENRICH("reset --stage enrich", reset(EnrichConfig.NAME, Topics.RAW_ARTICLES)),

  RESET_ALERT("reset --stage alert", reset(AlertConfig.NAME, Topics.ENRICHED_ARTICLES)),

  RESET_INCIDENTS("reset --stage incidents", reset(IncidentConfig.NAME, Topics.ALERTS)),

  TOPICS_CREATE(
      "topics create",
      toTopics(CREATE, Topics.PREFIX, "make what is missing"),
      toTopics(ALTER, Topics.PREFIX, "see topics, and give them more partitions"),
      toTopics(ALTER_CONFIGS, Topics.PREFIX, "see settings, and have records kept longer")),

  TOPICS_DESCRIBE(
      "topics describe",
      toTopics(DESCRIBE, Topics.PREFIX, "see topics"),
      toTopics(DESCRIBE_CONFIGS, Topics.PREFIX, "see their settings"));

  private final String command;

  @SuppressWarnings("ImmutableEnumChecker") // Made by Stream.toList.
  private final List<Right> rights;

  Role(String command, Right... rights) {
    this(command, Stream.of(rights));
  }

  Role(String command, Stream<Right> rights) {
    this.command = command;
    this.rights = rights.toList();
  }

  /** What a user types after {@code wirewatch} to be this. */
  public String command() {
    return command;
  }

  /** The least that it needs; sorted as an article goes. */
  public List<Right> rights() {
    return rights;
  }

  /** The topics that it works on, of those there are for rules with these routes. */
  List<Topic<?>> topics(Collection<String> routes) {
    return Topics.all(routes).stream()
        .filter(topic -> rights.stream().anyMatch(r -> r.isOn(ResourceType.TOPIC, topic.name())))
        .toList();
  }

  private static Stream<Right> stage(String name) {
    String own = name + "-";
    return Stream.of(
        toGroup(READ, name, "share the work with other instances"),
        toTransactions(own, PatternType.PREFIXED),
        toTopics(CREATE, own, "make the topic of what it remembers"),
        toTopics(READ, own, "recall it after a move"),
        toTopics(WRITE, own, "remember"));
  }

  private static Stream<Right> reset(String name, Topic<?> input) {
    return Stream.of(
        to(READ, input, "know its ends, and set offsets there"),
        toGroup(READ, name, "set offsets where no instance runs"),
        toTopics(DELETE, name + "-", "delete what it remembers"));
  }
}
