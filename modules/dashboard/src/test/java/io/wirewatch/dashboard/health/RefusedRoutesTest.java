package io.wirewatch.dashboard.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.dashboard.web.BadRequestException;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Request;
import io.wirewatch.dashboard.web.User;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RefusedRoutesTest {
  private static final Settings NOWHERE = Settings.of(Map.of(), Map.of(), Map.of());
  private static final List<Refused> HELD =
      LongStream.range(0, 150).mapToObj(RefusedRoutesTest::refused).toList();

  private final RefusedRoutes routes =
      new RefusedRoutes(
          () -> HELD, new RefusedRecords(NOWHERE), new RefusedReading(new RecordSerdes(NOWHERE)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "news.articles.raw/0/1",
        "news.desk/0/1",
        "news.dead-letter/0",
        "news.dead-letter/0/1/2",
        "news.dead-letter/0/",
        "news.dead-letter/-1/1",
        "news.dead-letter/0/-1",
        "news.dead-letter/0/x",
        "news.dead-letter/9999999999/1",
        "news.dead-letter/0/9999999999999999999",
        "news.dead-letter/٠/1",
        "../news.dead-letter/0/1"
      })
  void one_ofAPlaceThatHoldsNothingRefused_isNotFoundWithoutAskingTheCluster(String place) {
    assertThat(routes.one(request(RefusedRoutes.ONE + place, Map.of())).status()).isEqualTo(404);
  }

  @Test
  void listed_withoutALimit_areAHundred() {
    assertThat(count(routes.listed(request("/api/refused", Map.of())))).isEqualTo(100);
    assertThat(count(routes.listed(request("/api/refused", Map.of("limit", "3"))))).isEqualTo(3);
    assertThat(count(routes.listed(request("/api/refused", Map.of("limit", "1000")))))
        .isEqualTo(150);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1001", "99999999999", "many"})
  void listed_withALimitThatIsNone_saysWhichThereAre(String limit) {
    Request request = request("/api/refused", Map.of("limit", limit));

    assertThatThrownBy(() -> routes.listed(request))
        .isInstanceOf(BadRequestException.class)
        .hasMessage("limit is a number from 1 to 1000");
  }

  private static int count(Reply reply) {
    String json = new String(((Reply.Whole) reply).content(), StandardCharsets.UTF_8);
    return json.split("\"offset\"", -1).length - 1;
  }

  private static Refused refused(long offset) {
    return new Refused(
        new Refused.Place("news.dead-letter", 0, offset),
        Instant.EPOCH,
        new Refused.Why("enrich", "torn"),
        new Refused.From(null, null, null, null, null));
  }

  private static Request request(String path, Map<String, String> query) {
    return new Request(User.LOCAL, "GET", path, query, Optional.empty(), new byte[0]);
  }
}
