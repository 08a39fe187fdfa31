package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.contract.Fingerprint;
import io.wirewatch.contract.Settings;
import io.wirewatch.replay.Plan;
import io.wirewatch.replay.Scope;
import io.wirewatch.replay.archive.Archive;
import io.wirewatch.replay.finding.Labels;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is replayed and how, as it is kept to go on and told to read the same again.
 *
 * @param told all of it
 */
record ReplayPlan(ReplaySource source, ObjectNode told) {
  private static final List<String> FIXED =
      List.of(
          "rules",
          "against",
          "source",
          "from",
          "to",
          "warmUpDays",
          "regions",
          "sources",
          "labelled",
          "toTopic");

  /** What is asked for. */
  record Question(
      ReplayOptions options, ReplaySides sides, Scope scope, Labels labels, Settings settings) {}

  /**
   * The plan of a replay.
   *
   * @param before that of the replay that stopped; empty where it begins anew
   * @throws Refusal where it is not the same question
   */
  static ReplayPlan of(Question question, Optional<ObjectNode> before, Screen screen) {
    ReplaySource source = source(question, before, screen);
    ObjectNode told = told(question);
    told.put("source", source.kind().name().toLowerCase(Locale.ROOT));
    source.describe(told);
    before.ifPresent(
        stopped -> {
          ReplayDirectory.compare(stopped, told, FIXED);
          ReplayDirectory.compare(stopped, told, source.fixed());
        });
    return new ReplayPlan(source, told);
  }

  private static ObjectNode told(Question question) {
    Scope scope = question.scope;
    ObjectNode told =
        JsonNodeFactory.instance
            .objectNode()
            .put("rules", question.sides.rules().hash())
            .put("against", question.sides.otherName())
            .put("from", scope.from().equals(Instant.MIN) ? "" : scope.from().toString())
            .put("to", scope.to().equals(Instant.MAX) ? "" : scope.to().toString())
            .put("warmUpDays", scope.warmUp().toDays());
    var regions = told.putArray("regions");
    scope.regions().stream().sorted().forEach(regions::add);
    var sources = told.putArray("sources");
    scope.sources().stream().sorted().forEach(sources::add);
    // Of other articles the replay that stopped has kept nothing, whatever is said of these.
    told.put("labelled", labelled(question.labels));
    told.put("toTopic", question.options.toTopic().orElse(""));
    return told;
  }

  private static String labelled(Labels labels) {
    String ids = labels.articles().stream().sorted().collect(Collectors.joining("\n"));
    return ids.isEmpty() ? "" : Fingerprint.of(ids);
  }

  private static ReplaySource source(
      Question question, Optional<ObjectNode> before, Screen screen) {
    ReplayOptions options = question.options;
    Optional<Archive> archive = ArchiveSource.archive(options.inputs());
    if (archive.isPresent()) {
      return ArchiveSource.of(archive.get(), options.source(), question.scope, before);
    }
    if (!options.inputs().isEmpty()) {
      return files(options, before, screen);
    }
    Plan.Source kind = options.source().orElse(Plan.Source.ENRICHED);
    ClusterSource.Question asked =
        new ClusterSource.Question(kind, question.scope, options.takenBefore());
    return before
        .map(plan -> ClusterSource.again(question.settings, asked, plan))
        .orElseGet(() -> ClusterSource.of(question.settings, asked));
  }

  private static ReplaySource files(
      ReplayOptions options, Optional<ObjectNode> before, Screen screen) {
    if (options.source().filter(Plan.Source.ENRICHED::equals).isPresent()) {
      throw new Refusal("files hold raw articles: leave --source enriched out");
    }
    Instant observedAt =
        before
            .map(plan -> Instant.parse(plan.path("observedAt").asText()))
            .or(options::observedAt)
            .orElseGet(Clock.systemUTC()::instant);
    FileSource source = new FileSource(options.inputs(), observedAt, screen);
    before.ifPresent(source::compare);
    return source;
  }
}
