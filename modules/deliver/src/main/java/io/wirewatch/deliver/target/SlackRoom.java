package io.wirewatch.deliver.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.deliver.target.HttpResult.Answered;
import io.wirewatch.deliver.target.Target.Answer;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** A channel of Slack, by its Web API. A handle is channel and time stamp: {@code C024/17.0003}. */
final class SlackRoom implements ChatRoom {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ANSWER = 256 * 1024;
  private static final String UTF_8 = "application/json; charset=utf-8";

  /** What is wrong with the message itself. Anything else passes, or an operator mends it. */
  private static final Set<String> NEVER =
      Set.of(
          "msg_too_long",
          "msg_blocks_too_long",
          "invalid_blocks",
          "invalid_blocks_format",
          "no_text",
          "invalid_arguments",
          "invalid_json",
          "json_not_object");

  private static final Set<String> NOT_THERE =
      Set.of(
          "message_not_found",
          "cant_update_message",
          "edit_window_closed",
          "thread_not_found",
          "channel_not_found");

  private final HttpSettings settings;
  private final String channel;
  private final SlackFormat format = new SlackFormat();
  private final HttpSender sender;
  private final Words words;
  private final StatusMeaning meaning;

  /**
   * @param http its address is the API's: {@code https://slack.com}
   */
  SlackRoom(HttpSettings http, String channel, Clock clock) {
    this.settings = http;
    this.channel = channel;
    this.sender = new HttpSender(http, MOST_ANSWER, clock);
    this.words = new Words(http.secrets());
    this.meaning = new StatusMeaning(words);
  }

  @Override
  public Answer post(MessageText text, Optional<String> below) throws InterruptedException {
    ObjectNode content = format.content(text).put("channel", channel);
    Optional<String[]> thread = below.flatMap(SlackRoom::parts);
    thread.ifPresent(
        parts ->
            content
                .put("channel", parts[0])
                .put("thread_ts", parts[1])
                .put("reply_broadcast", true));
    Reply reply = call("chat.postMessage", content);
    if (thread.isPresent() && NOT_THERE.contains(reply.error())) {
      return post(text, Optional.empty());
    }
    return reply.answer();
  }

  @Override
  public Optional<Answer> edit(String handle, MessageText text) throws InterruptedException {
    Optional<String[]> parts = parts(handle);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode content = format.content(text);
    content.put("channel", parts.get()[0]).put("ts", parts.get()[1]);
    Reply reply = call("chat.update", content);
    return NOT_THERE.contains(reply.error()) ? Optional.empty() : Optional.of(reply.answer());
  }

  private static Optional<String[]> parts(String handle) {
    String[] parts = handle.split("/", -1);
    return parts.length == 2 ? Optional.of(parts) : Optional.empty();
  }

  /**
   * What Slack says.
   *
   * @param error its code; empty where there is none
   */
  private record Reply(String error, Answer answer) {}

  private Reply call(String method, ObjectNode content) throws InterruptedException {
    URI address = Paths.below(settings.address(), "/api/" + method);
    HttpResult result =
        sender.send(new HttpCall("POST", address, UTF_8, java.util.Map.of(), content.toString()));
    if (!(result instanceof Answered answered) || !answered.taken()) {
      return new Reply("", meaning.of(result, Optional.empty()));
    }
    JsonNode said = json(answered.body());
    if (said.path("ok").asBoolean(false)) {
      String handle = said.path("channel").asText() + "/" + said.path("ts").asText();
      return new Reply("", new Answer.Taken(method + ": ok", Optional.of(handle)));
    }
    String error = said.path("error").asText("no answer of Slack's; is the address right?");
    String told = words.of(method + ": " + error);
    return NEVER.contains(error)
        ? new Reply(error, new Answer.Never(told))
        : new Reply(error, new Answer.Later(told, answered.retryAfter()));
  }

  private static JsonNode json(String body) {
    try {
      JsonNode node = JSON.readTree(body);
      return node == null ? JSON.createObjectNode() : node;
    } catch (JsonProcessingException other) {
      return JSON.createObjectNode();
    }
  }

  @Override
  public void close() {
    sender.close();
  }
}
