package io.wirewatch.why;

import static io.wirewatch.why.Samples.alert;
import static io.wirewatch.why.Samples.article;
import static io.wirewatch.why.Samples.at;
import static io.wirewatch.why.Samples.enriched;
import static io.wirewatch.why.Samples.incident;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import io.wirewatch.Delivery;
import io.wirewatch.DeliveryOutcome;
import io.wirewatch.RawArticle;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrailTest {
  private static final Alert ALERT = alert("a1", "border");

  @Test
  void copies_ofATextThatCameBack_areOnlyThoseOfTheTextBefore() {
    List<Found<RawArticle>> readings =
        List.of(
            at("raw", 0, article("a1", "It is open.")),
            at("raw", 1, article("a1", "It  is open. ")),
            at("raw", 2, article("a1", "It is shut.")),
            at("raw", 3, article("a1", "It is open.")));

    assertThat(trail(readings, List.of(), Told.NOTHING).copies()).containsExactly(readings.get(1));
  }

  @Test
  void inShort_saysHowFarItCame() {
    List<Found<RawArticle>> read = List.of(at("raw", 0, article("a1", "Open.")));
    Told grouped =
        new Told(
            List.of(at("incidents", 0, incident(ALERT))),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    assertThat(trail(List.of(), List.of(), Told.NOTHING).inShort()).isEqualTo("not known");
    assertThat(trail(read, List.of(), Told.NOTHING).inShort()).isEqualTo("read, not enriched");
    assertThat(trail(read, List.of(at("alerts", 0, ALERT)), Told.NOTHING).inShort())
        .isEqualTo("alerted");
    assertThat(trail(read, List.of(at("alerts", 0, ALERT)), grouped).inShort())
        .isEqualTo("alerted, in an incident, no delivery");
  }

  @Test
  void inShort_ofTargets_saysHowItEndedForEach() {
    Told told =
        new Told(
            List.of(at("incidents", 0, incident(ALERT))),
            List.of(
                attempt("room", DeliveryOutcome.RETRY),
                attempt("desk", DeliveryOutcome.RETRY),
                attempt("desk", DeliveryOutcome.DELIVERED),
                attempt("mail", DeliveryOutcome.SILENCED)),
            List.of(at("state", 0, Samples.waiting("log", List.of(0L)))),
            List.of(at("failed", 0, Samples.failed("room", ALERT))),
            List.of());

    assertThat(trail(List.of(), List.of(at("alerts", 0, ALERT)), told).inShort())
        .isEqualTo("desk: delivered, log: waiting, mail: silenced, room: failed");
    assertThat(told.at("room").inShort()).isEqualTo("room: failed");
  }

  @Test
  void newest_whereNoReadingIsLeft_isTheEnrichedArticle() {
    RawArticle article = article("a1", "Open.");
    Trail trail =
        new Trail(
            "a1",
            List.of(),
            List.of(),
            List.of(at("enriched", 0, enriched(article, 1))),
            Verdict.NONE,
            List.of(),
            Told.NOTHING,
            List.of());

    assertThat(trail.newest()).contains(article);
    assertThat(trail.inShort()).isEqualTo("enriched, no alert");
  }

  private static Found<Delivery> attempt(String target, DeliveryOutcome outcome) {
    return at("deliveries", 0, Samples.attempt(target, ALERT, outcome));
  }

  private static Trail trail(
      List<Found<RawArticle>> readings, List<Found<Alert>> alerts, Told told) {
    return new Trail("a1", readings, List.of(), List.of(), Verdict.NONE, alerts, told, List.of());
  }
}
