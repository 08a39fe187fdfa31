package io.wirewatch.alert;

import static io.wirewatch.contract.Topics.ALERTS;
import static io.wirewatch.contract.Topics.ENRICHED_ARTICLES;

import io.wirewatch.Alert;
import io.wirewatch.AlertedArticle;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.rules.Rule;
import io.wirewatch.stage.EventTime;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/**
 * Enriched articles in; alerts out, each once on {@code news.alerts} and once on its rule's route.
 * Alerts of rules that are being tried out are on {@code news.alerts.experimental} alone.
 */
public final class AlertTopology implements Supplier<Topology> {
  private static final Serde<String> KEY = Serdes.String();

  private final AlertConfig config;
  private final RunningRules rules;
  private final RecordSerdes serdes;

  /** A topology that asks the rules that run at the time. */
  public AlertTopology(AlertConfig config, RunningRules rules, RecordSerdes serdes) {
    this.config = config;
    this.rules = rules;
    this.serdes = serdes;
  }

  @Override
  public Topology get() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(AlertStep.STORE), KEY, serdes.of(AlertedArticle.class)));

    KStream<String, Alert> alerts =
        builder.stream(ENRICHED_ARTICLES.name(), read())
            .processValues(
                () -> new AlertStep(rules, config.memory()),
                Named.as(AlertStep.NAME),
                AlertStep.STORE);

    alerts
        .filterNot((article, alert) -> isExperimental(alert), Named.as("stable"))
        .to(ALERTS.name(), written("alerts"));

    alerts
        .filter((article, alert) -> alert.getRoute() != null, Named.as("routed"))
        .to(new RouteTopic(), written("routes"));

    return builder.build();
  }

  private Consumed<String, EnrichedArticle> read() {
    return Consumed.with(KEY, serdes.of(EnrichedArticle.class))
        .withTimestampExtractor(new EventTime())
        .withName("enriched");
  }

  private Produced<String, Alert> written(String name) {
    return Produced.with(KEY, serdes.of(Alert.class)).withName(name);
  }

  private static boolean isExperimental(Alert alert) {
    return Rule.EXPERIMENTAL_ROUTE.equals(alert.getRoute());
  }
}
