package io.wirewatch.desk;

import static io.wirewatch.desk.Alerts.anAlert;
import static io.wirewatch.desk.Alerts.regions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.Alert;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LabelMatcherTest {
  private static final Alert ALERT =
      anAlert(
          alert ->
              alert
                  .setRule("dam-break")
                  .setRegions(regions("IQ", "IQ-BA", "SY"))
                  .setSource("Say \"News\" \\ North")
                  .setLanguage("ar"));

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      textBlock =
          """
          rule="dam-break" => true
          rule = dam-break => true
          rule=~"dam" => false
          rule=~"dam.*" => true
          rule=~"flood|dam-break" => true
          rule=~"d|dam-break" => true
          rule!~"flood|dam" => true
          rule!="dam-break" => false
          severity="high" => true
          severity=~"low|medium" => false
          region="SY" => true
          region=~"IQ-.*" => true
          region="IR" => false
          region!="SY" => false
          region!="IR" => true
          region!~"I.*" => false
          source="Say \\"News\\" \\\\ North" => true
          source=~"(?i)SAY .* north" => true
          language="ar" => true
          route="" => true
          route!="" => false
          route=~".+" => false
          """)
  void fits_anAlert_asAlertmanagerWould(String matcher, boolean fits) {
    assertThat(LabelMatcher.of(matcher).fits(ALERT)).isEqualTo(fits);
  }

  @Test
  void fits_withoutRegions_isTheEmptyText() {
    Alert nowhere = anAlert(alert -> alert.setRoute("ops"));

    assertThat(LabelMatcher.of("region=\"\"").fits(nowhere)).isTrue();
    assertThat(LabelMatcher.of("region!=\"IQ\"").fits(nowhere)).isTrue();
    assertThat(LabelMatcher.of("region=~\".+\"").fits(nowhere)).isFalse();
    assertThat(LabelMatcher.of("route=\"ops\"").fits(nowhere)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rule",
        "rule=",
        "rule==x",
        "rule=\"x",
        "rule=x\"",
        "rule=\"x\\\"",
        "rule=a b",
        "{rule=\"x\"}",
        "headline=\"x\"",
        "rule=~\"(\"",
        "rule=~\"(?=a)\"",
        "rule=~\"(a)\\\\1\"",
        "rule=~\"a)|(b\"",
        "rule=~\"((((((((((x{999}){999}){999}){999}){999}){999}){999}){999}){999}){999})\"",
        "rule=~\"((x{100}){100,}){1,100}\"",
        "rule=~\"x{99999999999999999999}\"",
        "severity=\"urgent\""
      })
  void of_whatIsNoMatcher_saysWhatToWrite(String text) {
    assertThatThrownBy(() -> LabelMatcher.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).*(takes|is no|is one of|is too large).*");
  }

  @Test
  void of_moreThanAThousandCharacters_isRefused() {
    assertThat(LabelMatcher.of("rule=" + "x".repeat(995)).fits(ALERT)).isFalse();
    assertThatThrownBy(() -> LabelMatcher.of("rule=" + "x".repeat(996)))
        .hasMessageContaining("at most 1000 characters");
  }

  @Test
  void fits_anExpressionThatBacktracksElsewhere_takesLittleTime() {
    LabelMatcher hostile = LabelMatcher.of("source=~\"(a*)*(a|aa)+b{1,30}\"");
    Alert aaa = anAlert(alert -> alert.setSource("a".repeat(1_000_000)));

    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    assertThat(hostile.fits(aaa)).isFalse();
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;

    assertThat(took).isLessThan(TimeUnit.SECONDS.toNanos(2));
  }
}
