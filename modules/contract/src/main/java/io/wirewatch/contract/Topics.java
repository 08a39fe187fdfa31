package io.wirewatch.contract;

import static io.wirewatch.contract.Topic.topic;

import io.wirewatch.Alert;
import io.wirewatch.Delivery;
import io.wirewatch.DeliveryState;
import io.wirewatch.DeskEntry;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.FailedDelivery;
import io.wirewatch.FeedState;
import io.wirewatch.Incident;
import io.wirewatch.PublishedRule;
import io.wirewatch.RawArticle;
import io.wirewatch.Redriven;
import io.wirewatch.Rejection;
import io.wirewatch.SourceAlarm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** All topics, in the order of an article's way. Nowhere else is a topic named. */
public final class Topics {

  /** Articles as they came in. Written by ingest, read by enrich; ordered per article id. */
  public static final Topic<RawArticle> RAW_ARTICLES =
      topic("news.articles.raw", RawArticle.class).maxRecordMebibytes(4);

  /** Content that cannot be used, with step and reason. Written by ingest and enrich. */
  public static final Topic<Rejection> REJECTED_ARTICLES =
      topic("news.articles.rejected", Rejection.class).partitions(1);

  /**
   * Sources that fell silent, are rejected altogether or say one and the same, and that recovered.
   * Key: the source's name. Written by ingest.
   */
  public static final Topic<SourceAlarm> SOURCE_ALARMS =
      topic("news.sources.alarms", SourceAlarm.class).partitions(1).retention(Duration.ofDays(90));

  /** Records that could not be read, as they came, under Kafka Streams' own error headers. */
  public static final Topic<byte[]> DEAD_LETTER =
      topic("news.dead-letter", byte[].class).partitions(1);

  /**
   * Articles with entities and regions. Written by enrich, read by alert; ordered per article id.
   */
  public static final Topic<EnrichedArticle> ENRICHED_ARTICLES =
      topic("news.articles.enriched", EnrichedArticle.class);

  /**
   * The rules that every alert stage runs. Key: the rule's id; {@code #set} for the seal that
   * completes a set; {@code #running/…} for what an instance runs. Written by {@code rules publish}
   * and alert, read by alert.
   */
  public static final Topic<PublishedRule> RULES =
      Topic.compacted("news.rules", PublishedRule.class);

  /** Every alert of a stable rule. Written by alert; ordered per article id. */
  public static final Topic<Alert> ALERTS =
      topic("news.alerts", Alert.class).partitions(3).retention(Duration.ofDays(90));

  /**
   * Alerts that tell of one event, told as one: a record an alert. Key: the incident's id. Written
   * and read by deliver; one order.
   */
  public static final Topic<Incident> INCIDENTS =
      topic("news.incidents", Incident.class).partitions(1).retention(Duration.ofDays(90));

  /**
   * Every attempt to tell somebody, with its answer. Key: target/group. Written by deliver; read by
   * {@code why}.
   */
  public static final Topic<Delivery> DELIVERIES =
      topic("news.deliveries", Delivery.class).partitions(1).retention(Duration.ofDays(90));

  /**
   * What each target has been told, and what it waits for. Key: target/group. Written and read by
   * deliver.
   */
  public static final Topic<DeliveryState> DELIVERY_STATES =
      Topic.compacted("news.deliveries.state", DeliveryState.class);

  /**
   * Messages that a target did not take. Key: target/message. Written by deliver, read by {@code
   * deliver retry}.
   */
  public static final Topic<FailedDelivery> FAILED_DELIVERIES =
      Topic.compacted("news.deliveries.failed", FailedDelivery.class);

  /**
   * What people at desks decided: silences, acknowledgements, assignments, comments. Key: the
   * entry's id. Written by {@code deliver silence} and dashboards, read by deliver and dashboards.
   */
  public static final Topic<DeskEntry> DESK = Topic.compacted("news.desk", DeskEntry.class);

  /**
   * What was set aside and has been sent back, so that nothing is sent twice. Key: where it lay.
   * Written and read by {@code redrive}.
   */
  public static final Topic<Redriven> REDRIVEN = Topic.compacted("news.redriven", Redriven.class);

  /**
   * What is known of each source that is polled. Key: the source's name; its partition says which
   * instance polls it. Written and read by {@code ingest serve}.
   */
  public static final Topic<FeedState> FEEDS =
      Topic.compacted("news.feeds", FeedState.class).partitions(6);

  /** What the names of all of them begin with. */
  public static final String PREFIX = "news.";

  /** What the names of all topics of routes begin with. */
  public static final String ROUTES = ALERTS.name() + ".";

  private Topics() {}

  /** The alerts of one route. Written by alert; ordered per article id. */
  public static Topic<Alert> alerts(String route) {
    return topic(ROUTES + route, Alert.class)
        .partitions(ALERTS.partitions())
        .retention(ALERTS.retention());
  }

  /** Alerts that a replay makes for a rehearsal; no live stage reads or writes it. */
  public static Topic<Alert> rehearsed(String prefix) {
    return topic(prefix + "." + ALERTS.name(), Alert.class).partitions(ALERTS.partitions());
  }

  /**
   * What has to be there for a pipeline whose rules use these routes; sorted as an article goes.
   */
  public static List<Topic<?>> all(Collection<String> routes) {
    List<Topic<?>> topics =
        new ArrayList<>(
            List.of(
                FEEDS,
                RAW_ARTICLES,
                REJECTED_ARTICLES,
                SOURCE_ALARMS,
                DEAD_LETTER,
                REDRIVEN,
                ENRICHED_ARTICLES,
                RULES,
                ALERTS));
    new TreeSet<>(routes).forEach(route -> topics.add(alerts(route)));
    topics.addAll(List.of(INCIDENTS, DESK, DELIVERIES, DELIVERY_STATES, FAILED_DELIVERIES));
    return topics;
  }
}
