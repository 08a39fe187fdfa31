package io.wirewatch.enrich;

import static io.wirewatch.contract.Topics.ENRICHED_ARTICLES;
import static io.wirewatch.contract.Topics.RAW_ARTICLES;
import static io.wirewatch.contract.Topics.REJECTED_ARTICLES;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.SeenArticle;
import io.wirewatch.StoryOfArticle;
import io.wirewatch.StoryStart;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.stage.EventTime;
import io.wirewatch.stage.Outcome;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/**
 * Raw articles in; enriched ones out, each text of an article once; rejections out for what cannot
 * be used. Records that cannot be read, or on which a step breaks, become dead letters.
 */
public final class EnrichTopology implements Supplier<Topology> {
  static final String STORIES = "stories";
  private static final Serde<String> KEY = Serdes.String();

  private final EnrichConfig config;
  private final EnrichStep enrich;
  private final RecordSerdes serdes;

  /** A topology that asks this annotator. */
  public EnrichTopology(EnrichConfig config, Annotator annotator, RecordSerdes serdes) {
    this.config = config;
    this.enrich = new EnrichStep(annotator);
    this.serdes = serdes;
  }

  @Override
  public Topology get() {
    StreamsBuilder builder = new StreamsBuilder();
    addStore(builder, ReviseStep.STORE, SeenArticle.class);
    addStore(builder, StoryStep.STARTS, StoryStart.class);
    addStore(builder, StoryStep.COPIES, StoryOfArticle.class);

    KStream<String, Outcome<RawArticle>> checked =
        builder.stream(RAW_ARTICLES.name(), read())
            .mapValues(CheckStep::outcome, Named.as(CheckStep.NAME));

    checked
        .flatMapValues(EnrichTopology::failed, Named.as("failed"))
        .process(RejectStep::new, Named.as(RejectStep.NAME))
        .to(REJECTED_ARTICLES.name(), written(Rejection.class, "rejected"));

    checked
        .flatMapValues(EnrichTopology::passed, Named.as("passed"))
        .processValues(
            () -> new ReviseStep(config.memory()), Named.as(ReviseStep.NAME), ReviseStep.STORE)
        .mapValues(enrich::enriched, Named.as(EnrichStep.NAME))
        .repartition(inOneOrder())
        .processValues(
            () -> new StoryStep(config),
            Named.as(StoryStep.NAME),
            StoryStep.STARTS,
            StoryStep.COPIES)
        .to(ENRICHED_ARTICLES.name(), written(EnrichedArticle.class, "enriched"));

    return builder.build();
  }

  private <V> void addStore(StreamsBuilder builder, String name, Class<V> type) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), KEY, serdes.of(type)));
  }

  /** Copies come in any partition: whether one is known must not depend on how many there are. */
  private Repartitioned<String, EnrichedArticle> inOneOrder() {
    return Repartitioned.with(KEY, serdes.of(EnrichedArticle.class))
        .withName(STORIES)
        .withNumberOfPartitions(1);
  }

  private Consumed<String, RawArticle> read() {
    return Consumed.with(KEY, serdes.of(RawArticle.class))
        .withTimestampExtractor(new EventTime())
        .withName("raw");
  }

  private <V> Produced<String, V> written(Class<V> type, String name) {
    return Produced.with(KEY, serdes.of(type)).withName(name);
  }

  private static Iterable<Outcome.Failed<RawArticle>> failed(Outcome<RawArticle> outcome) {
    return outcome instanceof Outcome.Failed<RawArticle> failed ? List.of(failed) : List.of();
  }

  private static Iterable<RawArticle> passed(Outcome<RawArticle> outcome) {
    return outcome instanceof Outcome.Passed<RawArticle> passed
        ? List.of(passed.value())
        : List.of();
  }
}
