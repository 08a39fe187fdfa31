package io.wirewatch.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettingsTest {
  private static final Setting<Integer> COUNT =
      Setting.count("some.count", 3, new Setting.Range(1, 9, "pieces"), "How many.");

  @Test
  void value_setNowhere_isDefault() {
    assertThat(settings(Map.of(), Map.of(), Map.of()).value(COUNT)).isEqualTo(3);
  }

  @Test
  void value_setEverywhere_optionWins() {
    Settings all =
        settings(
            Map.of("some.count", "4"),
            Map.of("WIREWATCH_SOME_COUNT", "5"),
            Map.of("some.count", "6"));

    assertThat(all.value(COUNT)).isEqualTo(6);
  }

  @Test
  void value_setInFileAndEnvironment_environmentWins() {
    Settings both =
        settings(Map.of("some.count", "4"), Map.of("WIREWATCH_SOME_COUNT", "5"), Map.of());

    assertThat(both.value(COUNT)).isEqualTo(5);
  }

  @Test
  void value_variableOfAnotherProgram_isNotRead() {
    assertThat(settings(Map.of(), Map.of("SOME_COUNT", "5"), Map.of()).value(COUNT)).isEqualTo(3);
  }

  @Test
  void value_outOfRange_namesKeyAndRangeAndNotTheValue() {
    Settings wrong = settings(Map.of("some.count", "4711"), Map.of(), Map.of());

    assertThatThrownBy(() -> wrong.value(COUNT))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("some.count is not legal: it takes 1 to 9 pieces");
  }

  @Test
  void value_durationNotIso_isRefused() {
    Setting<Duration> span = Setting.duration("some.span", Duration.ofDays(7), "How long.");

    assertThatThrownBy(
            () -> settings(Map.of("some.span", "7 days"), Map.of(), Map.of()).value(span))
        .isInstanceOf(InvalidSettingException.class);
  }

  @Test
  void asTransactionalConfig_writesOnceWhateverUsersSet_andAsksAgainAsTheySay() {
    Map<String, String> options =
        Map.of("acks", "1", "enable.idempotence", "false", "retry.backoff.ms", "70");

    assertThat(settings(Map.of(), Map.of(), options).asTransactionalConfig("a", 1_000))
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true)
        .containsEntry("transactional.id", "a")
        .containsEntry("max.request.size", 1_000)
        .containsEntry("retry.backoff.ms", "70");
    assertThat(settings(Map.of(), Map.of(), Map.of()).asTransactionalConfig("a", 1_000))
        .containsEntry("retry.backoff.ms", 5);
  }

  @Test
  void asClientConfig_nothingSet_knowsWhereTheClusterIs() {
    assertThat(settings(Map.of(), Map.of(), Map.of()).asClientConfig())
        .containsEntry("bootstrap.servers", "localhost:9092")
        .containsEntry("schema.registry.url", "http://localhost:8081");
  }

  private static Settings settings(
      Map<String, String> file, Map<String, String> environment, Map<String, String> options) {
    return Settings.of(file, environment, options);
  }
}
