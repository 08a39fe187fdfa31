package io.wirewatch.observe;

import java.util.List;
import java.util.Locale;

/**
 * Every metric of wirewatch, in the order of an article's way. Names and labels are for ever:
 * dashboards and alert rules of others use them. docs/metrics.md is made from this.
 */
public enum Metric {
  /** What became of articles at a stage. */
  ARTICLES(
      Type.COUNTER,
      "articles",
      "Articles at a stage, by what became of them: ingest published; enrich read, duplicate, copy, enriched, dead_letter; alert read, dead_letter.",
      "stage",
      "outcome"),
  /** What was set aside as unusable. */
  REJECTED(
      Type.COUNTER,
      "articles",
      "Content that went to news.articles.rejected, by step and kind of reason; the kinds are few, whatever is other is 'other'.",
      "step",
      "reason"),
  /** Alerts that were raised. */
  ALERTS(Type.COUNTER, "alerts", "Alerts on news.alerts, those that take one back included."),
  /** How long articles took. */
  LATENCY(
      Type.HISTOGRAM,
      "seconds",
      "From when ingest published an article until its enriched form (raw_to_enriched) or its alert (raw_to_alert) was acknowledged by the brokers, or a target had taken the alert (raw_to_delivered).",
      "span"),
  /** What waits. */
  LAG_RECORDS(
      Type.GAUGE,
      "records",
      "Records of a partition that this instance has been given and has not read yet.",
      "stage",
      "topic",
      "partition"),
  /** Whether a stage works. */
  READY(
      Type.GAUGE,
      "1 or 0",
      "Whether a stage has its share of partitions and is in touch with the cluster.",
      "stage"),
  /** Which rules run. */
  RULE_SET_INFO(Type.INFO, "", "The rule set that the alert stage runs, by its hash.", "hash"),
  /** When a source last answered. */
  SOURCE_LAST_SUCCESS_TIMESTAMP_SECONDS(
      Type.GAUGE,
      "seconds since 1970",
      "When a source last answered with something that can be read, or with nothing new. Absent before the first.",
      "source"),
  /** When a source last published. */
  SOURCE_LAST_ITEM_TIMESTAMP_SECONDS(
      Type.GAUGE,
      "seconds since 1970",
      "When an item of a source was last published. Absent before the first.",
      "source"),
  /** How far apart polls are. */
  SOURCE_INTERVAL_SECONDS(
      Type.GAUGE, "seconds", "How far apart polls of a source are now.", "source"),
  /** How often a source was asked. */
  SOURCE_POLLS(Type.COUNTER, "polls", "Polls of a source since it is known.", "source"),
  /** How often a source had nothing new. */
  SOURCE_NOT_MODIFIED(
      Type.COUNTER,
      "polls",
      "Polls that a source answered with 304; over all polls, the share that cost it next to nothing.",
      "source"),
  /** What a source brought. */
  SOURCE_ITEMS(
      Type.COUNTER, "items", "Items published from a source, revisions among them.", "source"),
  /** What could not be used of a source. */
  SOURCE_REJECTED(Type.COUNTER, "items", "Items of a source that could not be used.", "source"),
  /** How a source failed. */
  SOURCE_ERRORS(
      Type.COUNTER,
      "polls",
      "Polls of a source that failed, by kind: http_4xx, http_5xx, http_other, timeout, …; at most twenty kinds.",
      "source",
      "kind"),
  /** What is wrong with a source. */
  SOURCE_ALARM(
      Type.GAUGE,
      "1 or 0",
      "Whether a source has an alarm now: silent, rejecting, constant, failing.",
      "source",
      "kind"),
  /** What became of messages to targets. */
  DELIVERIES(
      Type.COUNTER,
      "messages",
      "Attempts to tell a target, by outcome: delivered, retry, failed.",
      "target",
      "outcome"),
  /** What targets still have to be told. */
  DELIVERIES_WAITING(Type.GAUGE, "messages", "Messages that wait for a target.", "target"),
  /** Whether a target is left alone. */
  DELIVERY_CIRCUIT_OPEN(
      Type.GAUGE,
      "1 or 0",
      "Whether a target is left alone for a while because it fails.",
      "target");

  private static final String PREFIX = "wirewatch_";

  private final Type type;
  private final String unit;
  private final String doc;
  private final List<String> labels;

  Metric(Type type, String unit, String doc, String... labels) {
    this.type = type;
    this.unit = unit;
    this.doc = doc;
    this.labels = List.of(labels);
  }

  /** How Prometheus reads a metric. */
  public enum Type {
    COUNTER,
    GAUGE,
    HISTOGRAM,
    INFO
  }

  /** How Prometheus reads it. */
  public Type type() {
    return type;
  }

  /** What its values count or measure; empty for an info. */
  public String unit() {
    return unit;
  }

  /** What it says, in a line. */
  public String doc() {
    return doc;
  }

  /** Names of its labels, in their order. */
  public List<String> labels() {
    return labels;
  }

  /** Its name without what Prometheus adds for a type: {@code wirewatch_articles}. */
  public String family() {
    String name = name().toLowerCase(Locale.ROOT);
    String suffix = this == LATENCY ? "_seconds" : "";
    return PREFIX + (type == Type.INFO ? name.replaceFirst("_info$", "") : name) + suffix;
  }

  /** The name of its samples, as queries use it; of a histogram the common part. */
  public String sample() {
    return switch (type) {
      case COUNTER -> family() + "_total";
      case INFO -> family() + "_info";
      case GAUGE, HISTOGRAM -> family();
    };
  }
}
