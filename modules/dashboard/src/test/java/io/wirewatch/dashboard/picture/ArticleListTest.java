package io.wirewatch.dashboard.picture;

import static io.wirewatch.dashboard.picture.Samples.TIME;
import static io.wirewatch.dashboard.picture.Samples.aRetraction;
import static io.wirewatch.dashboard.picture.Samples.anAlert;
import static io.wirewatch.dashboard.picture.Samples.anArticle;
import static io.wirewatch.dashboard.picture.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wirewatch.Alert;
import io.wirewatch.dashboard.web.BadRequestException;
import io.wirewatch.dashboard.web.Request;
import io.wirewatch.dashboard.web.User;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArticleListTest {
  private final SharedPicture picture =
      new SharedPicture(() -> Samples.picture(100, 100), Clock.fixed(TIME, ZoneOffset.UTC));

  @BeforeEach
  void take() {
    take("dawn", TIME, "Dawn at the gate", "en", 0);
    take("noon", TIME.plusSeconds(14_400), "Défilé at noon", "en", 1);
    take("dusk", TIME.plusSeconds(36_000), "المعبر الحدودي", "ar", 2);
    Alert alert = anAlert("x").setArticle("dawn").build();
    picture.change(now -> now.take(alert, stored(Watched.ALERTS, 0, alert)));
    Alert gone = aRetraction("y").setArticle("noon").build();
    picture.change(now -> now.take(gone, stored(Watched.ALERTS, 1, gone)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', dusk noon dawn",
    "text=BORDER, dusk noon dawn",
    "text=defile, noon",
    "text=المعبر, dusk",
    "text=nowhere, ''",
    "text=', dusk noon dawn",
    "language=ar, dusk",
    "region=IQ-AN, dusk noon dawn",
    "region=SY, ''",
    "source=Basin News, dusk noon dawn",
    "source=Another, ''",
    "alerted=yes, dawn",
    "alerted=no, dusk noon",
    "before=2026-01-01T12:00:00Z, dawn",
    "limit=2, dusk noon"
  })
  void list_ofAFilter_isWhatFitsNewestFirst(String query, String expected) {
    assertThat(String.join(" ", ids(ask(query)))).isEqualTo(expected);
  }

  @Test
  void list_ofALine_saysWhichAlertsStand() throws Exception {
    var line =
        new JsonMapper()
            .readTree(new String(ask("alerted=yes").json(), StandardCharsets.UTF_8))
            .at("/articles/0");

    assertThat(line.toString())
        .isEqualTo(
            "{\"id\":\"dawn\",\"headline\":\"Dawn at the gate\",\"source\":\"Basin News\","
                + "\"url\":\"https://basin.example/dawn\",\"language\":\"en\","
                + "\"eventTime\":\"2026-01-01T08:00:00.000Z\",\"regions\":[\"IQ-AN\"],"
                + "\"alerts\":[{\"id\":\"x\",\"rule\":\"border\",\"severity\":\"HIGH\"}]}");
  }

  @Test
  void list_thatIsFull_saysWhetherThereIsMore() {
    assertThat(ask("limit=2").isMore()).isTrue();
    assertThat(ask("limit=3").isMore()).isFalse();
  }

  @Test
  void list_whoseLimitFallsAmongArticlesOfOneTime_hasAllOfThem() {
    take("dawn too", TIME, "Dawn once more", "en", 3);

    assertThat(ids(ask("limit=3"))).containsExactly("dusk", "noon", "dawn too", "dawn");
  }

  @ParameterizedTest
  @CsvSource({"limit=0", "limit=501", "limit=many", "before=noon", "alerted=maybe"})
  void query_thatMakesNoSense_isRefused(String query) {
    assertThatThrownBy(() -> ask(query))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("takes");
  }

  @Test
  void query_ofALongText_isRefused() {
    assertThatThrownBy(() -> ask("text=" + "x".repeat(201)))
        .isInstanceOf(BadRequestException.class);
  }

  private ArticleList ask(String query) {
    String[] parts = query.split("=", 2);
    Map<String, String> asked = parts.length < 2 ? Map.of() : Map.of(parts[0], parts[1]);
    Request request =
        new Request(User.LOCAL, "GET", "/api/articles", asked, Optional.empty(), new byte[0]);
    return ArticleList.of(ArticleQuery.of(request), picture);
  }

  private static List<String> ids(ArticleList list) {
    return list.found().stream().map(found -> found.line().id()).toList();
  }

  private void take(String id, Instant at, String headline, String language, long offset) {
    var article = anArticle(id, at);
    article.getArticle().setHeadline(headline);
    article.setLanguage(language);
    picture.change(now -> now.take(article, stored(Watched.ARTICLES, offset, article)));
  }
}
