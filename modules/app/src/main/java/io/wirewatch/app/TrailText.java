package io.wirewatch.app;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Entity;
import io.wirewatch.RawArticle;
import io.wirewatch.rules.Suppress;
import io.wirewatch.rules.authoring.Explanation;
import io.wirewatch.why.Found;
import io.wirewatch.why.Refusal;
import io.wirewatch.why.Trail;
import io.wirewatch.why.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A trail for people: a block a step, each record with its place at the end of its line. */
final class TrailText {
  private static final int MOST_NAMES = 12;
  private static final int MOST_REGIONS = 6;

  private final Trail trail;
  private final List<String> lines = new ArrayList<>();

  private TrailText(Trail trail) {
    this.trail = trail;
  }

  static String of(Trail trail) {
    TrailText text = new TrailText(trail);
    text.head();
    text.readings();
    trail.setAside().forEach(text::refused);
    trail.enriched().forEach(text::enriched);
    text.rules(trail.verdict());
    trail.alerts().forEach(text::alert);
    text.lines.addAll(ToldText.of(trail.told()));
    trail.missing().forEach(gap -> text.lines.add(line("missing", gap.saying())));
    return text.lines.stream().map(Printable::line).collect(Collectors.joining("\n"));
  }

  /** The name of a step, so that what follows stands in one column. */
  static String line(String step, String rest) {
    return "%-9s %s".formatted(step, rest);
  }

  /** What happened to a record when, and where it lies. */
  static String line(String step, Found<?> found, String what) {
    return line(step, time(found.at().takenAt()) + "  " + what + "  [" + found.at() + "]");
  }

  static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private void head() {
    lines.add(line("article", trail.article()));
    trail
        .newest()
        .ifPresent(
            article -> {
              lines.add(line("", article.getHeadline()));
              add("", article.getUrl());
            });
    lines.add(line("in short", trail.inShort()));
  }

  private void add(String step, @Nullable String what) {
    if (what != null) {
      lines.add(line(step, what));
    }
  }

  private void readings() {
    List<Found<RawArticle>> copies = trail.copies();
    for (Found<RawArticle> reading : trail.readings()) {
      RawArticle article = reading.value();
      String what =
          copies.contains(reading)
              ? "again by %s: the same text, a copy that is dropped".formatted(article.getFeed())
              : "from %s by %s; %s"
                  .formatted(
                      article.getSource(),
                      article.getFeed(),
                      article.getPublishedAt() == null
                          ? "says no time"
                          : "published " + time(article.getPublishedAt()));
      lines.add(line("read", reading, what));
    }
  }

  private void refused(Found<Refusal> found) {
    Refusal refusal = found.value();
    lines.add(
        line(
            "refused",
            found,
            refusal.step()
                + ": "
                + refusal.reason()
                + (refusal.origin() == null ? "" : "; it was " + refusal.origin())));
  }

  private void enriched(Found<EnrichedArticle> found) {
    EnrichedArticle enriched = found.value();
    String regions =
        enriched.getRegions().stream()
            .limit(MOST_REGIONS)
            .map(r -> String.format(Locale.ROOT, "%s %.2f", r.getCode(), r.getWeight()))
            .collect(Collectors.joining(", "));
    lines.add(
        line(
            "enriched",
            found,
            "revision %d in %s; regions: %s; %s"
                .formatted(
                    enriched.getRevision(),
                    enriched.getLanguage(),
                    regions.isEmpty() ? "none" : regions,
                    story(enriched))));
    List<String> names = enriched.getEntities().stream().map(TrailText::name).distinct().toList();
    if (!names.isEmpty()) {
      int more = names.size() - MOST_NAMES;
      lines.add(
          line(
              "",
              "names: "
                  + names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                  + (more > 0 ? ", and " + more + " more" : "")));
    }
  }

  private static String story(EnrichedArticle enriched) {
    if (enriched.getDuplicateOf() != null) {
      return "nearly the text of " + enriched.getDuplicateOf();
    }
    return "first of its story";
  }

  private static String name(Entity entity) {
    return entity.getText()
        + " ("
        + (entity.getId() == null ? lower(entity.getType()) : entity.getId())
        + ")";
  }

  private void rules(Verdict verdict) {
    if (verdict.ruleSet().isEmpty()) {
      return;
    }
    long matching = verdict.explained().stream().filter(Explanation::matches).count();
    lines.add(
        line(
            "rules",
            "%d of %d asked again of its newest text, %d match; %s, %s"
                .formatted(
                    verdict.asked(),
                    verdict.rules(),
                    matching,
                    verdict.origin(),
                    verdict.ruleSet())));
    verdict.remarks().forEach(remark -> lines.add(line("", remark)));
    verdict.explained().forEach(this::explained);
    if (!verdict.nearest().isEmpty()) {
      lines.add(line("", "nearest of the others:"));
      verdict.nearest().forEach(miss -> lines.add(line("", "  " + missed(miss))));
    }
  }

  private void explained(Explanation explanation) {
    String what = explanation.matches() ? "matches" : "does not match: " + explanation.reason();
    lines.add(line("", "rule %s %s".formatted(explanation.rule().id(), what)));
    Suppress suppress = explanation.rule().suppress();
    if (suppress != null) {
      String by = String.join(" and ", suppress.by());
      lines.add(
          line(
              "",
              "  its file wants at most %d alerts in %s for each %s told"
                  .formatted(suppress.max(), suppress.window(), by)));
    }
    ExplanationText.of(explanation).lines().skip(1).forEach(inner -> lines.add(line("", inner)));
  }

  private static String missed(Explanation miss) {
    return String.format(
        Locale.ROOT,
        "%s (%.0f %%): %s",
        miss.rule().id(),
        100 * miss.when().nearness(),
        miss.reason());
  }

  private void alert(Found<Alert> found) {
    Alert alert = found.value();
    lines.add(
        line(
            "alert",
            found,
            "%s %s, %s, revision %d, to %s"
                .formatted(
                    alert.getRule(),
                    lower(alert.getStatus()),
                    lower(alert.getSeverity()),
                    alert.getRevision(),
                    alert.getRoute() == null ? "no route" : "route " + alert.getRoute())));
  }
}
