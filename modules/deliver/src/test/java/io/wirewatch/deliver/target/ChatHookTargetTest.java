package io.wirewatch.deliver.target;

import static io.wirewatch.deliver.Incidents.anIncident;
import static io.wirewatch.deliver.target.Requests.bearing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirewatch.Incident;
import io.wirewatch.MessageKind;
import io.wirewatch.RegionLevel;
import io.wirewatch.deliver.Incidents;
import io.wirewatch.deliver.target.Target.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Incoming webhooks of chats. */
@Timeout(20)
final class ChatHookTargetTest {
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

    JsonNode slack = hooked(new SlackFormat(), message);
    assertThat(slack.path("text").asText()).doesNotContain("<").doesNotContainPattern("@\\w");
    assertThat(slack.at("/blocks/0/elements/0/elements").findValuesAsText("type"))
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

  /** Mattermost takes 16,383 characters, Teams 28 KB, Slack 40,000 characters. */
  @ParameterizedTest
  @ValueSource(strings = {"*", "ه", "<", "😀"})
  void longestMessage_isTakenByAll(String letter) throws Exception {
    String[] names = new String[100];
    Arrays.setAll(names, n -> n + letter.repeat(500));
    Incident[] many = new Incident[200];
    Arrays.setAll(
        many,
        n ->
            anIncident()
                .saying(letter.repeat(5000))
                .by(letter.repeat(500))
                .of(letter.repeat(500))
                .near("IQ", letter.repeat(500), RegionLevel.COUNTRY)
                .matching(letter, letter)
                .revised(n + 1, names)
                .heardFrom(names)
                .because(letter.repeat(500))
                .record());
    List<Message> longest =
        List.of(
            Incidents.message(MessageKind.UPDATE, null, many),
            Incidents.notice((letter.repeat(1000) + "\n").repeat(100)));

    for (Message message : longest) {
      MessageText text = Wording.of(message);
      assertThat(MattermostFormat.markdown(text).length()).isLessThan(16_383);
      assertThat(new TeamsFormat().content(text).toString().getBytes(StandardCharsets.UTF_8))
          .hasSizeLessThan(28 * 1024);
      assertThat(new SlackFormat().content(text).path("text").asText().length()).isLessThan(40_000);
    }
  }

  @Test
  void hook_thatIsAskedTooOften_saysWhenLater() throws Exception {
    receiver.answers(429, Map.of("Retry-After", "30"), "slow down");
    try (ChatHookTarget target = hook(new SlackFormat())) {
      assertThat(target.send(anIncident().first()))
          .isEqualTo(new Answer.Later("429: slow down", Optional.of(Duration.ofSeconds(30))));
    }
  }

  private static Message told(String headline, String marked) {
    return anIncident().saying(headline).matching(marked, marked).first();
  }

  private JsonNode hooked(ChatFormat format, Message message) throws Exception {
    try (ChatHookTarget target = hook(format)) {
      assertThat(target.send(message)).isInstanceOf(Answer.Taken.class);
    }
    return receiver.last().json();
  }

  private ChatHookTarget hook(ChatFormat format) {
    return new ChatHookTarget(
        bearing("xoxb-1", receiver.address("/hook")), format, Clock.systemUTC());
  }
}
