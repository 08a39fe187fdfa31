package io.wirewatch.replay;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.enrich.CheckStep;
import io.wirewatch.enrich.EnrichStep;
import io.wirewatch.enrich.Revised;
import io.wirewatch.enrich.Revisions;
import io.wirewatch.enrich.Stories;
import io.wirewatch.enrich.story.Sketcher;
import io.wirewatch.replay.history.Chunk;
import io.wirewatch.replay.history.Past;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.stage.EventTime;
import io.wirewatch.stage.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done with a record whatever came before it. Thread-safe. */
final class RecordWork {
  private final Scope scope;
  private final List<Arm> arms;
  private final @Nullable EnrichStep enrich;

  /**
   * Work for these.
   *
   * @param enrich null where history is enriched
   */
  RecordWork(Scope scope, List<Arm> arms, @Nullable EnrichStep enrich) {
    this.scope = scope;
    this.arms = arms;
    this.enrich = enrich;
  }

  /**
   * A raw record, checked.
   *
   * @param article null where it ends here, and {@code ended} says why
   * @param text what tells its text from others; empty where it ends here
   */
  record Checked(Past past, @Nullable RawArticle article, String text, @Nullable Examined ended) {}

  /**
   * A raw record that is numbered among the texts of its article.
   *
   * @param revised null where it ends here, and {@code ended} says why
   */
  record Numbered(Past past, @Nullable Revised revised, @Nullable Examined ended) {}

  /** Reads enriched articles, and asks the rules. */
  List<Examined> enriched(Chunk chunk) {
    return chunk.read().stream().map(this::enriched).toList();
  }

  private Examined enriched(Past past) {
    if (past.fault() != null) {
      return Examined.ended(past, ReplaySums.Sum.UNREADABLE, "read", past.fault());
    }
    return past.value() instanceof EnrichedArticle article
        ? matched(past, DeferredArticle.whole(article))
        : Examined.ended(past, ReplaySums.Sum.FAILED, "alert", "not an enriched article");
  }

  /** Reads raw articles, and checks them. */
  List<Checked> raw(Chunk chunk) {
    return chunk.read().stream().map(RecordWork::raw).toList();
  }

  private static Checked raw(Past past) {
    if (past.fault() != null) {
      return ended(past, ReplaySums.Sum.UNREADABLE, "read", past.fault());
    }
    if (!(past.value() instanceof RawArticle article)) {
      return ended(past, ReplaySums.Sum.FAILED, "enrich", "not a raw article");
    }
    Outcome<RawArticle> outcome = CheckStep.outcome(past.key(), article);
    return outcome instanceof Outcome.Failed<RawArticle> failed
        ? ended(past, ReplaySums.Sum.REJECTED, "enrich-" + failed.step(), failed.reason())
        : new Checked(past, article, Revisions.text(article), null);
  }

  private static Checked ended(Past past, ReplaySums.Sum sum, String step, String why) {
    return new Checked(past, null, "", Examined.ended(past, sum, step, why));
  }

  /** Says what articles are about, and asks the rules. */
  List<Examined> annotated(List<Numbered> articles) {
    Sketcher sketcher = new Sketcher();
    return articles.stream().map(article -> annotated(article, sketcher)).toList();
  }

  private Examined annotated(Numbered numbered, Sketcher sketcher) {
    Revised revised = numbered.revised();
    if (revised == null || enrich == null) {
      return Objects.requireNonNull(numbered.ended(), "a record without an end");
    }
    Scope.Use use = use(numbered.past(), revised.article());
    if (use == Scope.Use.NONE) {
      return outside(numbered.past(), revised.article());
    }
    try {
      return matched(numbered.past(), article(revised, enrich))
          .sketched(Stories.sketch(sketcher, revised.article()));
    } catch (RuntimeException broken) {
      return failed(numbered.past(), "enrich", broken);
    }
  }

  private DeferredArticle article(Revised revised, EnrichStep step) {
    EnrichedArticle unread = EnrichStep.unread(revised);
    return scope.isOfRegions()
        ? DeferredArticle.whole(step.read(unread))
        : DeferredArticle.of(unread, () -> step.read(unread));
  }

  /** The same record with its article read in full. */
  static Examined inFull(Examined record) {
    try {
      Objects.requireNonNull(record.article(), "a record without an article").whole();
      return record;
    } catch (RuntimeException broken) {
      return failed(record.past(), "enrich", broken);
    }
  }

  private Examined matched(Past past, DeferredArticle deferred) {
    EnrichedArticle article = deferred.known();
    Scope.Use use = use(past, article.getArticle());
    if (use == Scope.Use.NONE || !scope.wants(article)) {
      return outside(past, article.getArticle());
    }
    try {
      List<List<RuleMatch>> matches = arms.stream().map(arm -> arm.match(past, deferred)).toList();
      return new Examined(
          past,
          deferred,
          eventMillis(past, article.getArticle()),
          use,
          matches,
          Optional.empty(),
          null);
    } catch (RuntimeException broken) {
      // Whatever a step breaks on is a dead letter in the stage.
      return deferred.isBroken()
          ? failed(past, "enrich", broken)
          : failed(past, "alert", broken).at(eventMillis(past, article.getArticle()));
    }
  }

  private Scope.Use use(Past past, RawArticle article) {
    return scope.use(Instant.ofEpochMilli(eventMillis(past, article)));
  }

  private static long eventMillis(Past past, RawArticle article) {
    return EventTime.millis(article, past.takenMillis());
  }

  /** Its time still moves the stream's. */
  private static Examined outside(Past past, RawArticle article) {
    return Examined.ended(past, ReplaySums.Sum.OUTSIDE, "", "").at(eventMillis(past, article));
  }

  private static Examined failed(Past past, String step, RuntimeException broken) {
    return Examined.ended(past, ReplaySums.Sum.FAILED, step, String.valueOf(broken.getMessage()));
  }
}
