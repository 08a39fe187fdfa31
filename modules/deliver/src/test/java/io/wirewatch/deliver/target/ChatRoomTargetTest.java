package io.wirewatch.deliver.target;

import static io.wirewatch.deliver.Incidents.anIncident;
import static io.wirewatch.deliver.target.Requests.bearing;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.MessageKind;
import io.wirewatch.Severity;
import io.wirewatch.deliver.target.Target.Answer;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms of chats in which messages are changed. */
@Timeout(20)
final class ChatRoomTargetTest {
  private static final String POSTED =
      """
      {"ok":true,"channel":"C024","ts":"17.0003","message":{"text":"x"}}""";

  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void slackRoom_postsAndChangesItsMessage() throws Exception {
    receiver.answers(200, POSTED).answers(200, POSTED);

    Answer first = slack(anIncident().first());
    assertThat(first)
        .isEqualTo(new Answer.Taken("chat.postMessage: ok", Optional.of("C024/17.0003")));
    assertThat(receiver.last().path()).isEqualTo("/api/chat.postMessage");
    assertThat(receiver.last().headers().getFirst("Authorization")).isEqualTo("Bearer xoxb-1");
    assertThat(receiver.last().json().path("channel").asText()).isEqualTo("#desk");

    Answer second = slack(anIncident().revised(2).told(MessageKind.UPDATE, "C024/17.0003"));
    assertThat(((Answer.Taken) second).handle()).contains("C024/17.0003");
    assertThat(receiver.last().path()).isEqualTo("/api/chat.update");
    assertThat(receiver.last().json().path("channel").asText()).isEqualTo("C024");
    assertThat(receiver.last().json().path("ts").asText()).isEqualTo("17.0003");
    assertThat(receiver.last().json().path("text").asText()).startsWith("UPDATE 2 · HIGH");
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
    assertThat(receiver.last().json().path("thread_ts").asText()).isEqualTo("17.0003");
    assertThat(receiver.last().json().path("reply_broadcast").asBoolean()).isTrue();
  }

  @Test
  void slackRoom_retractionOfAMessageThatIsGone_isSaidAnew() throws Exception {
    receiver.answers(200, "{\"ok\":false,\"error\":\"message_not_found\"}").answers(200, POSTED);

    Answer answer =
        slack(anIncident().revised(2).takenBack().told(MessageKind.RETRACTION, "C024/9.1"));

    assertThat(((Answer.Taken) answer).handle()).contains("C024/17.0003");
    assertThat(receiver.requests()).hasSize(2);
    assertThat(receiver.last().json().path("text").asText()).startsWith("TAKEN BACK");
  }

  @Test
  void slackRoom_repeat_isSaidAnew() throws Exception {
    receiver.answers(200, POSTED);

    slack(anIncident().told(MessageKind.REPEAT, "C024/9.1"));

    assertThat(receiver.last().path()).isEqualTo("/api/chat.postMessage");
    assertThat(receiver.last().json().has("thread_ts")).isFalse();
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
    assertThat(receiver.last().json().path("channel_id").asText()).isEqualTo("c1");

    mattermost(anIncident().revised(2).told(MessageKind.UPDATE, "p1"));
    assertThat(receiver.last().method()).isEqualTo("PUT");
    assertThat(receiver.last().path()).isEqualTo("/api/v4/posts/p1/patch");
    assertThat(receiver.last().json().path("message").asText()).startsWith("UPDATE 2 · **HIGH**");
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

  private Answer slack(Message message) throws InterruptedException {
    try (ChatRoomTarget target =
        new ChatRoomTarget(
            new SlackRoom(bearing("xoxb-1", receiver.address("")), "#desk", Clock.systemUTC()))) {
      return target.send(message);
    }
  }

  private Answer mattermost(Message message) throws InterruptedException {
    try (ChatRoomTarget target =
        new ChatRoomTarget(
            new MattermostRoom(
                bearing("xoxb-1", receiver.address("/")), "c1", Clock.systemUTC()))) {
      return target.send(message);
    }
  }
}
