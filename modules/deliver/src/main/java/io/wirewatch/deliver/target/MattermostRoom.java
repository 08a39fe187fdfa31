package io.wirewatch.deliver.target;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.deliver.target.HttpResult.Answered;
import io.wirewatch.deliver.target.Target.Answer;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A channel of Mattermost, by its API (version 4). A handle is the id of a post. */
final class MattermostRoom implements ChatRoom {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ANSWER = 256 * 1024;
  private static final Pattern ID = Pattern.compile("[a-z0-9]{1,64}");
  private static final int NOT_FOUND = 404;

  private final HttpSettings settings;
  private final String channel;
  private final HttpSender sender;
  private final StatusMeaning meaning;

  /**
   * @param http its address is the server's
   * @param channel its id
   */
  MattermostRoom(HttpSettings http, String channel, Clock clock) {
    this.settings = http;
    this.channel = channel;
    this.sender = new HttpSender(http, MOST_ANSWER, clock);
    this.meaning = new StatusMeaning(new Words(http.secrets()));
  }

  @Override
  public Answer post(MessageText text, Optional<String> below) throws InterruptedException {
    ObjectNode post = content(text).put("channel_id", channel);
    below.filter(id -> ID.matcher(id).matches()).ifPresent(id -> post.put("root_id", id));
    return answer(call("POST", "", post));
  }

  @Override
  public Optional<Answer> edit(String handle, MessageText text) throws InterruptedException {
    if (!ID.matcher(handle).matches()) {
      return Optional.empty();
    }
    HttpResult result = call("PUT", "/" + handle + "/patch", content(text));
    boolean gone = result instanceof Answered answered && answered.status() == NOT_FOUND;
    return gone ? Optional.empty() : Optional.of(answer(result));
  }

  private static ObjectNode content(MessageText text) {
    return JsonNodeFactory.instance.objectNode().put("message", MattermostFormat.markdown(text));
  }

  private HttpResult call(String method, String path, ObjectNode content)
      throws InterruptedException {
    return sender.send(
        new HttpCall(
            method,
            Paths.below(settings.address(), "/api/v4/posts" + path),
            HttpCall.JSON,
            Map.of(),
            content.toString()));
  }

  private Answer answer(HttpResult result) {
    if (result instanceof Answered answered && answered.taken()) {
      Optional<String> id = id(answered.body());
      return id.isPresent()
          ? new Answer.Taken(Integer.toString(answered.status()), id)
          : new Answer.Later("no answer of Mattermost's; is the address right?", Optional.empty());
    }
    return meaning.of(result, Optional.empty());
  }

  private static Optional<String> id(String body) {
    try {
      JsonNode said = JSON.readTree(body);
      return Optional.ofNullable(said)
          .map(node -> node.path("id").asText())
          .filter(id -> ID.matcher(id).matches());
    } catch (JsonProcessingException other) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    sender.close();
  }
}
