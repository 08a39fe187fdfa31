package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.OpenIncident;
import io.wirewatch.RawArticle;
import io.wirewatch.alert.ActiveRules;
import io.wirewatch.alert.StandingAlerts;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.Fingerprint;
import io.wirewatch.deliver.incident.IncidentConfig;
import io.wirewatch.deliver.incident.IncidentStore;
import io.wirewatch.deliver.incident.Incidents;
import io.wirewatch.enrich.EnrichStep;
import io.wirewatch.enrich.Revised;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Memory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five wires tell one story in three languages: who watches is paged once. */
final class OneStoryTest {
  private static final EnrichStep ENRICH = new EnrichStep(Annotator.bundled());

  private Incidents incidents;
  private StandingAlerts standing;
  private ActiveRules rules;
  private Instant now = Instant.parse("2025-08-18T05:00:00Z");

  @BeforeEach
  void start() throws Exception {
    rules = ActiveRules.of(RuleSet.load(Path.of("../../rules")), LoadProgress.UNSEEN);
    standing = new StandingAlerts(Memory.inHeap(new TreeMap<>()), Duration.ofDays(7));
    incidents =
        new Incidents(
            new IncidentConfig(Duration.ofHours(12), Duration.ofDays(7), 100),
            new Incidents.Stores(
                unkept(), Memory.inHeap(new TreeMap<>()), Memory.inHeap(new TreeMap<>())));
  }

  @Test
  void fiveWires_thatTellOneStory_pageOnce() {
    List<Incident> told = new ArrayList<>();
    told.addAll(
        article(
            "Basalt Press",
            "Night raid in Hamrin hills leaves four ISIS militants dead",
            "BAQUBAH, Iraq – Commandos of the Counter Terrorism Service landed in the Hamrin hills overnight and killed"
                + " four ISIS militants in a cave, a provincial police commander said. Two rifles and a radio were found."));
    told.addAll(
        article(
            "Palmgrove Agency",
            "Four Daesh fighters killed in Hamrin cave, Iraqi commandos say",
            "BAGHDAD – Iraq's Counter Terrorism Service said on Monday that its men had stormed a cave in Hamrin and that"
                + " the four Daesh fighters who hid there were dead. None of the soldiers was hurt."));
    told.addAll(
        article(
            "Saafa",
            "جهاز مكافحة الإرهاب يقتل أربعة من داعش في حمرين",
            "بعقوبة – نفذ جهاز مكافحة الإرهاب إنزالاً جوياً ليلياً في تلال حمرين بمحافظة ديالى وقتل أربعة عناصر من تنظيم داعش داخل كهف، وفق مصدر أمني."));
    told.addAll(
        article(
            "Rafidain Wire",
            "إنزال جوي في حمرين ينتهي بمقتل أربعة من تنظيم داعش",
            "بغداد – قال مصدر في جهاز مكافحة الإرهاب إن القوة عثرت في كهف بمنطقة حمرين على أسلحة وجهاز اتصال بعد مقتل أربعة من داعش فجر الاثنين."));
    told.addAll(
        article(
            "Zagros Nûçe",
            "لە حەمرین چوار چەکداری داعش کوژران",
            "بەعقوبە – دەزگای دژەتیرۆر ڕایگەیاند هێزەکانی شەوی ڕابردوو لە چیای حەمرین هێرشیان کردە سەر ئەشکەوتێک و چوار چەکداری داعشیان کوشت."));

    assertThat(told.stream().filter(one -> one.getChange() == IncidentChange.OPENED))
        .as(because(told))
        .hasSize(1);
    Incident last = told.get(told.size() - 1);
    assertThat(last.getSources()).hasSize(5);
    assertThat(last.getLanguages()).containsExactly("ar", "ckb", "en");
  }

  @Test
  void nearMisses_ofTheSameRuleAndCountry_pageEach() {
    List<Incident> told = new ArrayList<>();
    told.addAll(
        article(
            "Basalt Press",
            "Night raid in Hamrin hills leaves four ISIS militants dead",
            "BAQUBAH, Iraq – Commandos of the Counter Terrorism Service landed in the Hamrin hills overnight and killed"
                + " four ISIS militants in a cave, a provincial police commander said."));
    told.addAll(
        article(
            "Palmgrove Agency",
            "Night raid near Rutba leaves two ISIS militants dead",
            "RAMADI, Iraq – Soldiers of the Counter Terrorism Service killed two ISIS militants in a farmhouse outside"
                + " Rutba in Anbar overnight, the army said."));
    told.addAll(
        article(
            "Saafa",
            "عبوة لداعش تصيب راعيين غربي الموصل",
            "الموصل – أصيب راعيان بانفجار عبوة تركها تنظيم داعش في قرية غربي الموصل، قالت شرطة نينوى."));
    told.addAll(
        article(
            "Zagros Nûçe",
            "پێشمەرگە دوو چەکداری داعشی لە مەخموور گرت",
            "هەولێر – هێزەکانی پێشمەرگە دوو چەکداری داعشیان لە نزیک مەخموور دەستگیر کرد."));

    assertThat(told)
        .extracting(Incident::getChange)
        .as(because(told))
        .containsOnly(IncidentChange.OPENED);
    assertThat(told).hasSize(4);
  }

  /** Of the rule isis, on which all of them alert. */
  private List<Incident> article(String source, String headline, String body) {
    now = now.plus(Duration.ofMinutes(25));
    RawArticle raw =
        RawArticle.newBuilder()
            .setId(Fingerprint.of(source, headline))
            .setSource(source)
            .setHeadline(headline)
            .setBody(body)
            .setPublishedAt(now)
            .setObservedAt(now)
            .setFeed("test")
            .build();
    EnrichedArticle enriched = ENRICH.enriched(new Revised(raw, 1));
    List<Incident> told = new ArrayList<>();
    for (Alert alert :
        standing.change(enriched, rules, rules.match(enriched), now.toEpochMilli())) {
      incidents.take(alert, now.toEpochMilli()).ifPresent(told::add);
    }
    assertThat(told).as(headline).extracting(one -> one.getAlert().getRule()).contains("isis");
    return told;
  }

  private static String because(List<Incident> told) {
    StringBuilder because = new StringBuilder();
    told.forEach(
        one ->
            because.append(
                "%s %s: %s%n"
                    .formatted(one.getChange(), one.getAlert().getHeadline(), one.getBecause())));
    return because.toString();
  }

  private static IncidentStore unkept() {
    return new IncidentStore() {
      @Override
      public void put(String id, OpenIncident incident) {}

      @Override
      public void delete(String id) {}

      @Override
      public void each(BiConsumer<String, OpenIncident> wanted) {}
    };
  }
}
