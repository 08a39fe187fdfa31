package io.wirewatch.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.DeskEntry;
import io.wirewatch.DeskKind;
import io.wirewatch.desk.DeskEntries.Author;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DeskEntriesTest {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00.000400Z");
  private static final Author AMAL = new Author("amal", NOON);
  private static final List<LabelMatcher> FLOODS = DeskEntries.matchers(List.of("rule=\"flood\""));

  @Test
  void silence_holdsFromNowUntilItsEnd_andCanBeEnded() {
    DeskEntry silence = silence(Duration.ofHours(4));

    assertThat(silence.getId()).startsWith("silence/");
    assertThat(silence.getBy()).isEqualTo("amal");
    assertThat(silence.getSilence().getMatchers()).containsExactly("rule=\"flood\"");
    assertThat(state(silence, Duration.ZERO)).isEqualTo(SilenceState.HOLDS);
    assertThat(state(silence, Duration.ofHours(-1))).isEqualTo(SilenceState.PLANNED);
    assertThat(state(silence, Duration.ofHours(5))).isEqualTo(SilenceState.OVER);
    assertThat(state(silence, Duration.ofHours(5)).isOver()).isTrue();

    DeskEntry ended = DeskEntries.ended(silence, NOON.plusSeconds(60));

    assertThat(ended.getId()).isEqualTo(silence.getId());
    assertThat(state(ended, Duration.ofHours(1)).word()).isEqualTo("over");
    assertThatThrownBy(() -> DeskEntries.ended(ended, NOON.plus(Duration.ofHours(1))))
        .hasMessageContaining("no silence that holds");
  }

  @Test
  void silence_thatEndsBeforeItBeginsOrNever_isRefused() {
    assertThatThrownBy(() -> silence(Duration.ofHours(-1))).hasMessageContaining("within 90 days");
    assertThatThrownBy(() -> silence(Duration.ofDays(91))).hasMessageContaining("within 90 days");
  }

  @Test
  void matchers_noneOrTooManyOrWrong_areRefused() {
    assertThatThrownBy(() -> DeskEntries.matchers(List.of())).hasMessageContaining("a matcher");
    assertThatThrownBy(() -> DeskEntries.matchers(Collections.nCopies(21, "rule=x")))
        .hasMessageContaining("more than 20");
    assertThatThrownBy(() -> DeskEntries.matchers(List.of("rule")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void acknowledgementsAndAssignments_replace_commentsStandBesideOneAnother() {
    DeskEntry acknowledged = about(DeskKind.ACKNOWLEDGEMENT, "");
    DeskEntry assigned = about(DeskKind.ASSIGNMENT, "night shift");

    assertThat(acknowledged.getId()).isEqualTo("acknowledgement/i1");
    assertThat(acknowledged.getAt()).isEqualTo(Instant.parse("2026-03-10T12:00:00Z"));
    assertThat(assigned.getId()).isEqualTo("assignment/i1");
    assertThat(about(DeskKind.COMMENT, "seen").getId())
        .startsWith("comment/i1/")
        .isNotEqualTo(about(DeskKind.COMMENT, "seen").getId());
  }

  @Test
  void whatSaysNothing_isRefused() {
    assertThatThrownBy(() -> about(DeskKind.COMMENT, " ")).hasMessageContaining("what is said");
    assertThatThrownBy(() -> about(DeskKind.ASSIGNMENT, "")).hasMessageContaining("to whom");
    assertThatThrownBy(() -> about(DeskKind.COMMENT, "x".repeat(1001)))
        .hasMessageContaining("1,000 characters");
    assertThatThrownBy(() -> about(DeskKind.SILENCE, "x")).hasMessageContaining("no incident");
    assertThatThrownBy(() -> DeskEntries.about(AMAL, DeskKind.COMMENT, "", "x"))
        .hasMessageContaining("which incident");
    assertThatThrownBy(() -> new Author(" ", NOON)).hasMessageContaining("the name");
  }

  private static DeskEntry silence(Duration span) {
    return DeskEntries.silence(AMAL, "known", FLOODS, NOON.plus(span), Optional.empty());
  }

  private static DeskEntry about(DeskKind kind, String text) {
    return DeskEntries.about(AMAL, kind, "i1", text);
  }

  private static SilenceState state(DeskEntry entry, Duration later) {
    return SilenceState.of(entry, NOON.plus(later));
  }
}
