package io.wirewatch.enrich;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.enrich.story.Sketcher;
import io.wirewatch.stage.Memory;
import io.wirewatch.stage.Tally;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Says of each article which story it is of; one task for all articles. */
final class StoryStep
    extends ContextualFixedKeyProcessor<String, EnrichedArticle, EnrichedArticle> {
  static final String NAME = "tell-story";
  static final String STARTS = "story-starts";
  static final String COPIES = "story-copies";

  private final EnrichConfig config;
  private final Sketcher sketcher = new Sketcher();
  private Stories stories;
  private Sensor copies;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  StoryStep(EnrichConfig config) {
    this.config = config;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, EnrichedArticle> context) {
    super.init(context);
    stories =
        new Stories(
            config,
            StoryStarts.in(context.getStateStore(STARTS)),
            Memory.in(context.getStateStore(COPIES)));
    copies = Tally.of(context, "copy");
  }

  @Override
  public void process(FixedKeyRecord<String, EnrichedArticle> record) {
    EnrichedArticle article = record.value();
    stories.tell(
        article,
        Stories.sketch(sketcher, article.getArticle()),
        record.timestamp(),
        context().currentStreamTimeMs());
    if (article.getDuplicateOf() != null) {
      copies.record();
    }
    context().forward(record);
  }
}
