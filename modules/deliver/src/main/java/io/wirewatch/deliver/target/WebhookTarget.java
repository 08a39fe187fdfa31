package io.wirewatch.deliver.target;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Posts messages as CloudEvents, signed as Standard Webhooks says. The id of a message is the same
 * in each attempt, the time that is signed is that of the attempt.
 */
final class WebhookTarget implements Target {
  private static final int MOST_ANSWER = 2 * 1024;
  private static final Pattern AS_HEADER = Pattern.compile("[!-~&&[^.]]{1,255}");

  private final HttpSettings settings;
  private final EventJson events;
  private final WebhookSignature signature;
  private final Clock clock;
  private final HttpSender sender;
  private final StatusMeaning meaning;

  /**
   * @param secrets to sign with; none: messages are not signed
   * @param source of the events
   */
  WebhookTarget(HttpSettings http, List<Secret> secrets, String source, Clock clock) {
    this.settings = http.hiding(secrets);
    this.events = new EventJson(source);
    this.signature = new WebhookSignature(secrets);
    this.clock = clock;
    this.sender = new HttpSender(settings, MOST_ANSWER, clock);
    this.meaning = new StatusMeaning(new Words(settings.secrets()));
  }

  @Override
  public Answer send(Message message) throws InterruptedException {
    String body = events.line(message);
    HttpCall call =
        new HttpCall(
            "POST",
            settings.address(),
            EventJson.CONTENT_TYPE,
            headers(id(message.id()), body),
            body);
    return meaning.of(sender.send(call), Optional.empty());
  }

  private Map<String, String> headers(String id, String body) {
    long now = clock.instant().getEpochSecond();
    Map<String, String> headers = new HashMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(now));
    signature.of(id, now, body).ifPresent(signed -> headers.put("webhook-signature", signed));
    return headers;
  }

  /** As a header takes it; without dots, which part what is signed. */
  private static String id(String id) {
    return AS_HEADER.matcher(id).matches()
        ? id
        : URLEncoder.encode(id, StandardCharsets.UTF_8).replace(".", "%2E");
  }

  @Override
  public void close() {
    sender.close();
  }
}
