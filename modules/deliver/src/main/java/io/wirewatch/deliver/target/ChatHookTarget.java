package io.wirewatch.deliver.target;

import java.time.Clock;
import java.util.Optional;

/** Posts to an incoming webhook of a chat, which takes messages and changes none. */
final class ChatHookTarget implements Target {
  private static final int MOST_ANSWER = 2 * 1024;

  private final HttpSettings settings;
  private final ChatFormat format;
  private final HttpSender sender;
  private final StatusMeaning meaning;

  ChatHookTarget(HttpSettings settings, ChatFormat format, Clock clock) {
    this.settings = settings;
    this.format = format;
    this.sender = new HttpSender(settings, MOST_ANSWER, clock);
    this.meaning = new StatusMeaning(new Words(settings.secrets()));
  }

  @Override
  public Answer send(Message message) throws InterruptedException {
    String content = format.content(Wording.of(message)).toString();
    return meaning.of(sender.send(HttpCall.post(settings.address(), content)), Optional.empty());
  }

  @Override
  public void close() {
    sender.close();
  }
}
