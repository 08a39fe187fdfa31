package io.wirewatch.why;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * Follows articles through the topics of a cluster. Reads only; joins no group. For one thread, but
 * {@link #read} and {@link #wanted}.
 */
public final class Tracing implements AutoCloseable {
  /* A topic holds far more than can be read while somebody waits. What narrows it: the key of a record is the article's
   * id, so it is in one partition; brokers find offsets by when they took a record, and nothing is made of an article
   * before the article came. So one partition of the raw topic is read whole, and of the others what came since. */
  static final Duration CLOCKS_APART = Duration.ofMinutes(1);
  private static final int MOST_READERS = 4;

  /** Every topic that is looked at. */
  public static final List<Topic<?>> TOPICS =
      List.of(
          Topics.RAW_ARTICLES,
          Topics.REJECTED_ARTICLES,
          Topics.DEAD_LETTER,
          Topics.ENRICHED_ARTICLES,
          Topics.RULES,
          Topics.ALERTS,
          Topics.alerts(Rule.EXPERIMENTAL_ROUTE),
          Topics.INCIDENTS,
          Topics.DELIVERIES,
          Topics.DELIVERY_STATES,
          Topics.FAILED_DELIVERIES,
          Topics.DESK);

  private final Settings settings;
  private final Groups groups;
  private final Admin admin;
  private final Search search;
  private final RecordSerdes serdes;

  /** Asks a cluster with these settings, whose stages are these. */
  public Tracing(Settings settings, Groups groups) {
    this.settings = settings;
    this.groups = groups;
    this.serdes = new RecordSerdes(settings);
    this.admin = Admin.create(settings.asClientConfig());
    this.search =
        new Search(settings, Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors()));
  }

  /**
   * What became of an article.
   *
   * @throws org.apache.kafka.common.KafkaException where the cluster does not answer or refuses
   */
  public Trail trail(Question question) {
    Offsets offsets = new Offsets(admin, TOPICS.stream().map(Topic::name).toList());
    // Before any record: what is said to be read past must have been written when it is looked for.
    Progress progress = Progress.of(admin, groups, offsets);
    Ground ground = new Ground(search, offsets, new Records(serdes));
    boolean hasRules = offsets.count(Topics.RULES.name()) > 0;
    // Rules take as long to read as the topics do.
    CompletableFuture<RuleBook> rules =
        CompletableFuture.supplyAsync(() -> RuleBook.of(settings, hasRules, question.rules()));
    Trail trail = followed(question, ground, rules);
    List<Missing> missing = new ArrayList<>(new Gaps(trail, question, progress).all());
    ground.records().remarks().forEach(what -> missing.add(new Missing(Step.READ, what)));
    return trail.missing(missing);
  }

  private static Trail followed(
      Question question, Ground ground, CompletableFuture<RuleBook> rules) {
    List<String> id = List.of(question.article());
    List<Hit> raw = ground.keyed(Topics.RAW_ARTICLES, id, question.since());
    Instant read = earliest(raw, question.since());
    List<Found<Refusal>> setAside = setAside(question, ground, read);
    List<Hit> enriched = ground.keyed(Topics.ENRICHED_ARTICLES, id, read);
    if (raw.isEmpty() && enriched.isEmpty() && setAside.isEmpty()) {
      raw = ground.elsewhere(Topics.RAW_ARTICLES, id, question.since());
      read = earliest(raw, question.since());
      enriched = raw.isEmpty() ? List.of() : ground.keyed(Topics.ENRICHED_ARTICLES, id, read);
      setAside = raw.isEmpty() ? setAside : setAside(question, ground, read);
    }
    return trail(question, ground, new Inbound(raw, setAside, enriched, read), rules);
  }

  /** What there is of an article before rules were asked. */
  private record Inbound(
      List<Hit> raw, List<Found<Refusal>> setAside, List<Hit> enriched, Instant since) {}

  private static Trail trail(
      Question question, Ground ground, Inbound inbound, CompletableFuture<RuleBook> rules) {
    Records records = ground.records();
    List<Found<EnrichedArticle>> enriched = records.of(EnrichedArticle.class, inbound.enriched());
    List<Found<Alert>> alerts = alerts(question, ground, inbound.since());
    Told told = alerts.isEmpty() ? Told.NOTHING : new Telling(ground).about(alerts);
    return new Trail(
        question.article(),
        records.of(RawArticle.class, inbound.raw()),
        inbound.setAside(),
        enriched,
        enriched.isEmpty() ? Verdict.NONE : verdict(question, rules, enriched, alerts),
        alerts,
        question.target().map(told::at).orElse(told),
        List.of());
  }

  private static List<Found<Alert>> alerts(Question question, Ground ground, Instant since) {
    List<Hit> hits =
        Stream.of(Topics.ALERTS, Topics.alerts(Rule.EXPERIMENTAL_ROUTE))
            .flatMap(topic -> ground.keyed(topic, List.of(question.article()), since).stream())
            .sorted(Comparator.comparing(hit -> hit.at().takenAt()))
            .toList();
    return ground.records().of(Alert.class, hits).stream()
        .filter(alert -> question.rule().stream().allMatch(alert.value().getRule()::equals))
        .toList();
  }

  private static List<Found<Refusal>> setAside(Question question, Ground ground, Instant since) {
    Set<String> names = new LinkedHashSet<>(question.inputs());
    names.add(question.article());
    List<Found<Refusal>> found = new ArrayList<>();
    // What the edge refused has no id yet, but its address may stand in it.
    Sieve sieve = Sieve.keys(names).or(Sieve.mentions(names));
    found.addAll(ground.records().rejected(ground.all(Topics.REJECTED_ARTICLES, sieve, since)));
    found.addAll(
        Records.dead(ground.keyed(Topics.DEAD_LETTER, List.of(question.article()), since)));
    found.sort(Comparator.comparing(refusal -> refusal.at().takenAt()));
    return found;
  }

  private static Verdict verdict(
      Question question,
      CompletableFuture<RuleBook> rules,
      List<Found<EnrichedArticle>> enriched,
      List<Found<Alert>> alerts) {
    return new Asking(joined(rules))
        .verdict(
            enriched.get(enriched.size() - 1).value(),
            alerts.stream().map(Found::value).toList(),
            question.rule());
  }

  private static RuleBook joined(CompletableFuture<RuleBook> rules) {
    try {
      return rules.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException known ? known : failed;
    }
  }

  /** From when on what came of these can be there. */
  static Instant earliest(Collection<Hit> hits, Instant otherwise) {
    return hits.stream()
        .map(hit -> hit.at().takenAt().minus(CLOCKS_APART))
        .min(Comparator.naturalOrder())
        .orElse(otherwise);
  }

  /** So many records have been looked at. */
  public long read() {
    return search.read();
  }

  /** So many records are to be looked at, as far as is known yet. */
  public long wanted() {
    return search.wanted();
  }

  @Override
  public void close() {
    search.close();
    admin.close(Duration.ofSeconds(1));
  }
}
