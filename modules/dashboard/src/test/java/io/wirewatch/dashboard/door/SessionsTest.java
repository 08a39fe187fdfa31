package io.wirewatch.dashboard.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.dashboard.HandClock;
import io.wirewatch.dashboard.web.User.Power;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionsTest {
  private static final Account AMAL = new Account("amal", Power.OPERATOR, "hash");
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final HandClock clock = new HandClock();
  private final Sessions sessions = new Sessions(clock);

  @Test
  void session_isFoundByItsTokenAlone() {
    String token = sessions.begin(AMAL);

    assertThat(sessions.of(token).map(Sessions.Session::account)).contains(AMAL);
    assertThat(sessions.of(token + "x")).isEmpty();
    assertThat(sessions.of("")).isEmpty();
    assertThat(sessions.of(Tokens.hash(token))).isEmpty();
  }

  @Test
  void tokens_areLongAndDiffer() {
    String first = sessions.begin(AMAL);
    String second = sessions.begin(AMAL);

    assertThat(first).hasSize(43).isNotEqualTo(second);
    assertThat(sessions.of(first).orElseThrow().csrf())
        .hasSize(43)
        .isNotEqualTo(sessions.of(second).orElseThrow().csrf());
  }

  @Test
  void session_endsAfterTwelveHours_howeverMuchItIsUsed() {
    String token = sessions.begin(AMAL);
    for (int hour = 0; hour < 11; hour++) {
      clock.pass(Duration.ofHours(1));
      assertThat(sessions.of(token)).isPresent();
    }
    clock.pass(Duration.ofHours(1).minus(MOMENT));
    assertThat(sessions.of(token)).isPresent();
    clock.pass(MOMENT);

    assertThat(sessions.of(token)).isEmpty();
    assertThat(sessions.size()).isZero();
  }

  @Test
  void session_endsAfterEightHoursUnused() {
    String token = sessions.begin(AMAL);
    clock.pass(Sessions.LONGEST_UNUSED.minus(MOMENT));
    assertThat(sessions.of(token)).isPresent();
    String other = sessions.begin(AMAL);
    clock.pass(Sessions.LONGEST_UNUSED);

    assertThat(sessions.of(other)).isEmpty();
  }

  @Test
  void signedOut_isNotFound() {
    String token = sessions.begin(AMAL);
    sessions.end(token);

    assertThat(sessions.of(token)).isEmpty();
  }

  @Test
  void oneMoreThanSomebodyMayHave_endsTheOldestOfThat() {
    String others = sessions.begin(new Account("zed", Power.READER, "hash"));
    List<String> tokens = new ArrayList<>();
    for (int at = 0; at <= Sessions.MOST_OF_ONE; at++) {
      clock.pass(MOMENT);
      tokens.add(sessions.begin(AMAL));
    }

    assertThat(sessions.of(tokens.get(0))).isEmpty();
    assertThat(tokens.subList(1, tokens.size())).allMatch(token -> sessions.of(token).isPresent());
    assertThat(sessions.of(others)).isPresent();
  }

  @Test
  void sessions_areBounded() {
    for (int at = 0; at < Sessions.MOST + 10; at++) {
      sessions.begin(new Account("user" + at, Power.READER, "hash"));
    }

    assertThat(sessions.size()).isEqualTo(Sessions.MOST);
  }
}
