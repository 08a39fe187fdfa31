package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class ReplayOptionsTest {
  private static ReplayOptions typed(String... words) {
    ReplayOptions options = new ReplayOptions();
    CommandLine command = new CommandLine(CommandLine.Model.CommandSpec.create());
    command.addMixin("options", options);
    command.parseArgs(words);
    return options;
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T08:00Z, 2026-01-31T08:00:00Z",
    "2026-01-31T08:00:30Z, 2026-01-31T08:00:30Z",
    "2026-01-31T08:00+03:00, 2026-01-31T05:00:00Z",
    "2026-01-01T01:00+03:00, 2025-12-31T22:00:00Z"
  })
  void time_withItsZone_isThatInstant(String given, Instant expected) {
    assertThat(ReplayOptions.time("--from", given)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31T08:00",
        "2026-01-31",
        "2026-01-31 08:00Z",
        "2026-02-30T08:00Z",
        "yesterday",
        ""
      })
  void time_withoutItsZoneOrNone_isRefusedWithTheRightForms(String given) {
    assertThatThrownBy(() -> ReplayOptions.time("--from", given))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "--from takes a time with its zone, such as 2026-01-31T08:00Z or 2026-01-31T08:00+03:00, not '"
                + given
                + "'");
  }

  @Test
  void scope_thatEndsWhenItBegins_isRefused() {
    ReplayOptions options = typed("--from", "2026-01-31T08:00Z", "--to", "2026-01-31T11:00+03:00");

    assertThatThrownBy(options::scope)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is not before --to");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-999999999-01-01T00:00Z", "0000-12-31T23:59Z", "+10000-01-01T00:00Z"})
  void time_thatNoArticleHas_isRefused(String given) {
    assertThatThrownBy(() -> ReplayOptions.time("--from", given))
        .isInstanceOf(Refusal.class)
        .hasMessage("--from takes a time of the years 1 to 9999, not '" + given + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"IQ,SY-DY", "IQ, SY-DY", " iq ,sy-dy "})
  void scope_ofRegions_hasTheirCodesHoweverTheyAreTyped(String given) {
    assertThat(typed("--regions", given).scope().regions())
        .containsExactlyInAnyOrder("IQ", "SY-DY");
  }

  @Test
  void scope_ofAPlace_hasItsIdAsItIs() {
    assertThat(typed("--regions", "geonames:99592").scope().regions())
        .containsExactly("geonames:99592");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Iraq", "IQ SY", "IQ;SY", "IQ-", "", " ", "IQ,,SY", "geonames:Mosul"})
  void scope_ofARegionThatIsNoCode_isRefusedWithTheRightForms(String given) {
    ReplayOptions options = typed("--regions", given);

    assertThatThrownBy(options::scope)
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("--regions takes codes such as IQ,SY-DY or geonames:99592, not '");
  }

  @Test
  void scope_ofSources_hasTheirNamesWithoutBlanksAround() {
    assertThat(typed("--sources", "Basin News, Delta Post ").scope().sources())
        .containsExactlyInAnyOrder("Basin News", "Delta Post");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Basin News,,Delta Post"})
  void scope_ofASourceWithoutName_isRefused(String given) {
    ReplayOptions options = typed("--sources", given);

    assertThatThrownBy(options::scope)
        .isInstanceOf(Refusal.class)
        .hasMessage("--sources takes names with commas between them, and one is empty");
  }

  @Test
  void scope_withoutTimes_isAllThatIsKept() {
    assertThat(typed().scope().from()).isEqualTo(Instant.MIN);
    assertThat(typed().scope().to()).isEqualTo(Instant.MAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "367"})
  void scope_withAWarmUpThatCannotBe_isRefused(String days) {
    ReplayOptions options = typed("--warm-up", days);

    assertThatThrownBy(options::scope)
        .isInstanceOf(Refusal.class)
        .hasMessage("--warm-up takes days, 0 to 366");
  }

  @Test
  void against_liveWithFiles_isRefused() {
    ReplayOptions options = typed("--against", "live", "--input", "a.jsonl");

    assertThatThrownBy(options::isAgainstLive)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("leave --input out");
  }

  @Test
  void against_live_isNoDirectory() {
    assertThat(typed("--against", "live").otherRules()).isEmpty();
    assertThat(typed("--against", "live").isAgainstLive()).isTrue();
    assertThat(typed("--against", "rules").isAgainstLive()).isFalse();
  }

  @Test
  void resume_withoutOut_isRefused() {
    ReplayOptions options = typed("--resume");

    assertThatThrownBy(options::out)
        .isInstanceOf(Refusal.class)
        .hasMessage("--resume needs the --out of the replay that stopped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "257"})
  void threads_thatCannotBe_areRefused(String threads) {
    ReplayOptions options = typed("--threads", threads);

    assertThatThrownBy(options::threads)
        .isInstanceOf(Refusal.class)
        .hasMessage("--threads takes 1 to 256");
  }
}
