package io.wirewatch.replay;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.enrich.EnrichStep;
import io.wirewatch.replay.RecordWork.Checked;
import io.wirewatch.replay.RecordWork.Numbered;
import io.wirewatch.replay.history.Chunk;
import io.wirewatch.replay.history.History;
import io.wirewatch.replay.history.Past;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts history to rule sets, with the steps of the live stages. */
public final class Replay implements AutoCloseable {
  /* Whatever depends on what came before (copies, revisions, standing alerts) is done by one thread, record by record in the
   * order of each partition; all the rest (decoding, annotating, matching) by any number of threads, ahead of it. So the
   * result does not depend on how many there are. */
  private static final int RECORDS_A_COMMIT = 4_096;

  private final Workbench bench;
  private final Plan plan;
  private final List<Arm> arms;
  private final RecordWork work;
  private final Ahead<List<Checked>> reading;
  private final Ahead<List<Examined>> examining;
  private final Observer observer;
  private final ReplaySums sums = new ReplaySums();
  private final Map<Integer, Lane> lanes = new TreeMap<>();
  private final Map<Integer, Long> positions = new TreeMap<>();
  private final @Nullable StoryLane stories;
  private long uncommitted;

  /**
   * Rule sets that are put to history.
   *
   * @param enrich null where history is enriched
   * @param timelines the rules that are tried, then what they are compared with, if anything
   */
  public Replay(
      Plan plan,
      @Nullable EnrichStep enrich,
      List<RuleTimeline> timelines,
      Workbench bench,
      Observer observer) {
    this.plan = plan;
    this.bench = bench;
    this.observer = observer;
    this.arms =
        IntStream.range(0, timelines.size())
            .mapToObj(at -> new Arm(timelines.get(at), "r" + at + "/", bench, plan.alertMemory()))
            .toList();
    this.work = new RecordWork(plan.scope(), arms, enrich);
    this.stories = plan.source() == Plan.Source.RAW ? new StoryLane(bench, plan.enrich()) : null;
    this.reading = new Ahead<>(plan.threads());
    this.examining = new Ahead<>(plan.threads());
    sums.recall(bench);
    bench.each(
        "p/",
        (partition, offset) -> {
          positions.put(Integer.parseInt(partition), java.nio.ByteBuffer.wrap(offset).getLong());
          return true;
        });
  }

  /** Where each partition goes on; those that were not begun have none. */
  public Map<Integer, Long> positions() {
    return Map.copyOf(positions);
  }

  /** What became of the records by now; any thread may look. */
  public ReplaySums sums() {
    return sums;
  }

  /**
   * Goes on from {@link #positions} to the end.
   *
   * @param stop asked now and then; true ends it early, at a point from which it can go on
   * @return whether the end was reached, and all before it could be read
   */
  public boolean run(History history, BooleanSupplier stop)
      throws IOException, InterruptedException {
    boolean stopped = stop.getAsBoolean();
    Chunk chunk = stopped ? null : history.next();
    while (chunk != null) {
      begin(chunk);
      if (uncommitted >= RECORDS_A_COMMIT) {
        finishAll();
        commit(history);
      }
      stopped = stop.getAsBoolean();
      chunk = stopped ? null : history.next();
    }
    finishAll();
    commit(history);
    return !stopped && history.unread().isEmpty();
  }

  @Override
  public void close() {
    reading.close();
    examining.close();
  }

  private void begin(Chunk chunk) throws InterruptedException {
    positions.put(chunk.partition(), chunk.nextOffset());
    uncommitted += chunk.count();
    if (plan.source() == Plan.Source.RAW) {
      reading.add(() -> work.raw(chunk));
      if (reading.isFull()) {
        number(reading.next());
      }
    } else {
      examining.add(() -> work.enriched(chunk));
    }
    if (examining.isFull()) {
      conclude(examining.next());
    }
  }

  private void finishAll() throws InterruptedException {
    while (!reading.isEmpty()) {
      number(reading.next());
      if (examining.isFull()) {
        conclude(examining.next());
      }
    }
    while (!examining.isEmpty()) {
      conclude(examining.next());
    }
  }

  private void number(List<Checked> records) {
    List<Numbered> numbered = new ArrayList<>(records.size());
    records.forEach(record -> numbered.add(lane(record.past()).number(record)));
    examining.add(() -> work.annotated(numbered));
  }

  private void conclude(List<Examined> records) {
    records.forEach(this::conclude);
  }

  private void conclude(Examined examined) {
    sums.add(ReplaySums.Sum.READ);
    long streamTime = lane(examined.past()).advance(examined.eventMillis());
    Examined record = isWanted(examined, streamTime) ? RecordWork.inFull(examined) : examined;
    DeferredArticle deferred = record.article();
    Examined.Fault fault = record.fault();
    if (fault != null || deferred == null) {
      end(record.past(), fault);
      return;
    }
    EnrichedArticle article = deferred.known();
    if (stories != null) {
      stories.tell(article, record.sketch(), record.eventMillis());
    }
    List<List<Alert>> alerts = new ArrayList<>(arms.size());
    for (int at = 0; at < arms.size(); at++) {
      alerts.add(arms.get(at).change(record.past(), article, record.matches().get(at), streamTime));
    }
    if (record.use() == Scope.Use.WARM_UP) {
      sums.add(ReplaySums.Sum.WARM_UP);
      return;
    }
    sums.examined(record.eventMillis());
    tell(record.past(), article, alerts);
  }

  /** Whether no rule matches, but what stands or was live depends on what the article is about. */
  private boolean isWanted(Examined record, long streamTime) {
    DeferredArticle article = record.article();
    if (article == null || article.isWhole()) {
      return false;
    }
    String id = article.known().getArticle().getId();
    return observer.isWanted(id)
        || arms.stream().anyMatch(arm -> arm.stands(record.past(), id, streamTime));
  }

  private void tell(Past past, EnrichedArticle article, List<List<Alert>> alerts) {
    List<Alert> tried = alerts.get(0);
    sums.add(ReplaySums.Sum.ALERTS, tried.stream().filter(Replay::isNew).count());
    sums.add(ReplaySums.Sum.RETRACTED, tried.stream().filter(alert -> !isNew(alert)).count());
    observer.examined(
        past,
        article,
        IntStream.range(0, arms.size())
            .mapToObj(
                at ->
                    alerts.get(at).stream()
                        .map(
                            alert ->
                                new Observer.Raised(alert, arms.get(at).suppress(alert.getRule())))
                        .toList())
            .toList());
  }

  private void end(Past past, Examined.@Nullable Fault fault) {
    if (fault == null) {
      return;
    }
    sums.add(fault.sum());
    if (!fault.why().isEmpty()) {
      observer.setAside(past, fault.step(), fault.why());
    }
  }

  private void commit(History history) {
    observer.committing();
    lanes.values().forEach(Lane::keep);
    if (stories != null) {
      stories.keep();
    }
    sums.keep(bench);
    Remarks.keep(bench, history.remarks());
    positions.forEach((partition, offset) -> Numbers.put(bench, "p/" + partition, offset));
    bench.commit();
    uncommitted = 0;
  }

  private Lane lane(Past past) {
    return lanes.computeIfAbsent(
        past.partition(), partition -> new Lane(partition, bench, plan.enrich().memory()));
  }

  private static boolean isNew(Alert alert) {
    return alert.getStatus() == io.wirewatch.AlertStatus.NEW;
  }
}
