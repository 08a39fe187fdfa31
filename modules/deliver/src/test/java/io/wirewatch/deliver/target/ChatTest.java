package io.wirewatch.deliver.target;

import static io.wirewatch.deliver.Incidents.anIncident;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.MessageKind;
import io.wirewatch.Severity;
import io.wirewatch.deliver.target.Target.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Incoming webhooks of chats, and rooms in which messages are changed. */
@Timeout(20)
final class ChatTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String POSTED =
      """
      {"ok":true,"channel":"C024","ts":"17.0003","message":{"text":"x"}}""";

  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void slack_getsRichTextWithMarkedWords() throws Exception {
    JsonNode content = hooked(new SlackFormat(), told("Troops withdrew & left", "withdrew"));

    assertThat(content.path("text").asText())
        .startsWith("HIGH border: Troops withdrew &amp; left — ")
        .endsWith("https://news.example.org/a?b=1&amp;c=2");
    JsonNode elements = content.at("/blocks/0/elements/0/elements");
    assertThat(elements.path(0).path("text").asText()).isEqualTo("HIGH");
    assertThat(elements.path(0).at("/style/bold").asBoolean()).isTrue();
    assertThat(elements.path(3).path("text").asText()).isEqualTo("withdrew");
    assertThat(elements.path(3).at("/style/bold").asBoolean()).isTrue();
    assertThat(elements.path(4).path("text").asText()).isEqualTo(" & left");
    assertThat(elements.get(elements.size() - 1).path("url").asText())
        .isEqualTo("https://news.example.org/a?b=1&c=2");
  }

  @Test
  void mattermost_getsMarkdown() throws Exception {
    JsonNode content = hooked(new MattermostFormat(), told("Troops withdrew (2_3)", "withdrew"));

    assertThat(content.path("text").asText())
        .startsWith("**HIGH** border: Troops **withdrew** \\(2\\_3\\) — ")
        .endsWith("  \nhttps://news.example.org/a?b=1&c=2");
  }

  @Test
  void teams_getsACard() throws Exception {
    JsonNode content = hooked(new TeamsFormat(), told("Troops withdrew", "withdrew"));

    assertThat(content.path("type").asText()).isEqualTo("message");
    assertThat(content.at("/attachments/0/contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    JsonNode card = content.at("/attachments/0/content");
    assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
    assertThat(card.at("/body/0/inlines/3/text").asText()).isEqualTo("withdrew");
    assertThat(card.at("/body/0/inlines/3/weight").asText()).isEqualTo("Bolder");
    assertThat(card.at("/actions/0/url").asText()).isEqualTo("https://news.example.org/a?b=1&c=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel>",
        "<!here|x>",
        "@here",
        "@channel",
        "@all",
        "@everyone",
        "<@U024>",
        "<https://evil.example|ok>",
        "[ok](https://evil.example)",
        "<at>all</at>"
      })
  void articlesText_callsNobodyAndLinksNothing(String text) throws Exception {
    Message message = anIncident().saying("Call " + text + " now").by(text).first();

    String slack = hooked(new SlackFormat(), message).toString();
    assertThat(JSON.readTree(slack).path("text").asText())
        .doesNotContain("<")
        .doesNotContainPattern("@\\w");
    assertThat(JSON.readTree(slack).at("/blocks/0/elements/0/elements").findValuesAsText("type"))
        .containsOnly("text", "link");
    assertThat(hooked(new MattermostFormat(), message).path("text").asText())
        .doesNotContainPattern("<[!@h]")
        .doesNotContainPattern("@\\w")
        .doesNotContainPattern("(?<!\\\\)[\\[\\]]");
    JsonNode card = hooked(new TeamsFormat(), message).at("/attachments/0/content");
    assertThat(card.has("msteams")).isFalse();
    assertThat(card.path("body").findValuesAsText("type")).containsOnly("RichTextBlock", "TextRun");
  }

  @Test
  void address_thatCallsSomebody_doesNot() throws Exception {
    Message message = anIncident().linking("https://t.example.org/@here").first();

    assertThat(hooked(new MattermostFormat(), message).path("text").asText())
        .endsWith("https://t.example.org/%40here");
  }

  @Test
  void hook_thatIsAskedTooOften_saysWhenLater() throws Exception {
    receiver.answers(429, Map.of("Retry-After", "30"), "slow down");
    try (ChatHookTarget target =
        new ChatHookTarget(http("/hook"), new SlackFormat(), Clock.systemUTC())) {
      assertThat(target.send(anIncident().first()))
          .isEqualTo(new Answer.Later("429: slow down", Optional.of(Duration.ofSeconds(30))));
    }
  }

  @Test
  void slackRoom_postsAndChangesItsMessage() throws Exception {
    receiver.answers(200, POSTED).answers(200, POSTED);

    Answer first = slack(anIncident().first());
    assertThat(first)
        .isEqualTo(new Answer.Taken("chat.postMessage: ok", Optional.of("C024/17.0003")));
    assertThat(receiver.last().path()).isEqualTo("/api/chat.postMessage");
    assertThat(receiver.last().headers().getFirst("Authorization")).isEqualTo("Bearer xoxb-1");
    assertThat(body().path("channel").asText()).isEqualTo("#desk");

    Answer second = slack(anIncident().revised(2).told(MessageKind.UPDATE, "C024/17.0003"));
    assertThat(((Answer.Taken) second).handle()).contains("C024/17.0003");
    assertThat(receiver.last().path()).isEqualTo("/api/chat.update");
    assertThat(body().path("channel").asText()).isEqualTo("C024");
    assertThat(body().path("ts").asText()).isEqualTo("17.0003");
    assertThat(body().path("text").asText()).startsWith("UPDATE 2 · HIGH");
  }

  @Test
  void slackRoom_whatGetsWorse_isSaidBelowForAll() throws Exception {
    receiver.answers(200, POSTED.replace("17.0003", "18.0001"));
    Message worse =
        anIncident()
            .severe(Severity.CRITICAL)
            .revised(2, "severity:critical")
            .told(MessageKind.UPDATE, "C024/17.0003");

    assertThat(((Answer.Taken) slack(worse)).handle()).contains("C024/17.0003");

    assertThat(receiver.last().path()).isEqualTo("/api/chat.postMessage");
    assertThat(body().path("thread_ts").asText()).isEqualTo("17.0003");
    assertThat(body().path("reply_broadcast").asBoolean()).isTrue();
  }

  @Test
  void slackRoom_retractionOfAMessageThatIsGone_isSaidAnew() throws Exception {
    receiver.answers(200, "{\"ok\":false,\"error\":\"message_not_found\"}").answers(200, POSTED);

    Answer answer =
        slack(anIncident().revised(2).takenBack().told(MessageKind.RETRACTION, "C024/9.1"));

    assertThat(((Answer.Taken) answer).handle()).contains("C024/17.0003");
    assertThat(receiver.requests()).hasSize(2);
    assertThat(body().path("text").asText()).startsWith("TAKEN BACK");
  }

  @Test
  void slackRoom_repeat_isSaidAnew() throws Exception {
    receiver.answers(200, POSTED);

    slack(anIncident().told(MessageKind.REPEAT, "C024/9.1"));

    assertThat(receiver.last().path()).isEqualTo("/api/chat.postMessage");
    assertThat(body().has("thread_ts")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "not_in_channel, Later",
    "invalid_auth, Later",
    "channel_not_found, Later",
    "fatal_error, Later",
    "msg_too_long, Never",
    "invalid_blocks, Never",
  })
  void slackRoom_error_isNeverOrLater(String error, String answer) throws Exception {
    receiver.answers(200, "{\"ok\":false,\"error\":\"%s\"}".formatted(error));

    Answer given = slack(anIncident().first());

    assertThat(given.getClass().getSimpleName()).isEqualTo(answer);
    assertThat(given.words()).isEqualTo("chat.postMessage: " + error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Welcome</html>", "", "[]", "null", "{\"ok\":"})
  void slackRoom_answerThatIsNotSlacks_isLater(String body) throws Exception {
    receiver.answers(200, body);

    assertThat(slack(anIncident().first())).isInstanceOf(Answer.Later.class);
  }

  @Test
  void mattermostRoom_postsAndChangesItsMessage() throws Exception {
    receiver.answers(201, "{\"id\":\"p1\"}").answers(200, "{\"id\":\"p1\"}");

    assertThat(mattermost(anIncident().first()))
        .isEqualTo(new Answer.Taken("201", Optional.of("p1")));
    assertThat(receiver.last().path()).isEqualTo("/api/v4/posts");
    assertThat(body().path("channel_id").asText()).isEqualTo("c1");

    mattermost(anIncident().revised(2).told(MessageKind.UPDATE, "p1"));
    assertThat(receiver.last().method()).isEqualTo("PUT");
    assertThat(receiver.last().path()).isEqualTo("/api/v4/posts/p1/patch");
    assertThat(body().path("message").asText()).startsWith("UPDATE 2 · **HIGH**");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../users", "p1?x", ""})
  void mattermostRoom_handleThatIsNoId_isInNoAddress(String handle) throws Exception {
    receiver.answers(201, "{\"id\":\"p2\"}");

    mattermost(anIncident().revised(2).told(MessageKind.UPDATE, handle));

    assertThat(receiver.requests()).hasSize(1);
    assertThat(receiver.last().path()).isEqualTo("/api/v4/posts");
  }

  @Test
  void mattermostRoom_messageThatIsGone_isSaidAnew() throws Exception {
    receiver.answers(404, "{}").answers(201, "{\"id\":\"p2\"}");

    assertThat(mattermost(anIncident().revised(2).told(MessageKind.UPDATE, "p1")))
        .isEqualTo(new Answer.Taken("201", Optional.of("p2")));
  }

  private static Message told(String headline, String marked) {
    return anIncident().saying(headline).matching(marked, marked).first();
  }

  private JsonNode hooked(ChatFormat format, Message message) throws Exception {
    try (ChatHookTarget target = new ChatHookTarget(http("/hook"), format, Clock.systemUTC())) {
      assertThat(target.send(message)).isInstanceOf(Answer.Taken.class);
    }
    return body();
  }

  private JsonNode body() throws Exception {
    return JSON.readTree(receiver.last().body());
  }

  private Answer slack(Message message) throws InterruptedException {
    try (ChatRoomTarget target =
        new ChatRoomTarget(new SlackRoom(http(""), "#desk", Clock.systemUTC()))) {
      return target.send(message);
    }
  }

  private Answer mattermost(Message message) throws InterruptedException {
    try (ChatRoomTarget target =
        new ChatRoomTarget(new MattermostRoom(http("/"), "c1", Clock.systemUTC()))) {
      return target.send(message);
    }
  }

  private HttpSettings http(String path) {
    return new HttpSettings(
        receiver.address(path),
        Duration.ofSeconds(5),
        Map.of("Authorization", "Bearer xoxb-1"),
        Optional.empty(),
        List.of(new Secret("xoxb-1")));
  }
}
