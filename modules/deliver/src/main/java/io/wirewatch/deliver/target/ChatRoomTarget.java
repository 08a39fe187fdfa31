package io.wirewatch.deliver.target;

import io.wirewatch.Incident;
import io.wirewatch.MessageKind;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps one message a group in a room. Updates and retractions change it in place, which nobody is
 * called for; what makes it worse is said below it, and a repeat is said anew.
 */
final class ChatRoomTarget implements Target {
  private final ChatRoom room;

  ChatRoomTarget(ChatRoom room) {
    this.room = room;
  }

  @Override
  public Answer send(Message message) throws InterruptedException {
    MessageText text = Wording.of(message);
    Optional<String> told = message.handle();
    boolean changes =
        message.kind() == MessageKind.UPDATE || message.kind() == MessageKind.RETRACTION;
    if (told.isEmpty() || !changes) {
      return room.post(text, Optional.empty());
    }
    if (isWorse(message)) {
      Answer answer = room.post(text, told);
      // What stays to be changed is the first message.
      return answer instanceof Answer.Taken taken ? new Answer.Taken(taken.words(), told) : answer;
    }
    Optional<Answer> edited = room.edit(told.get(), text);
    return edited.isPresent() ? edited.get() : room.post(text, Optional.empty());
  }

  private static boolean isWorse(Message message) {
    return message.kind() == MessageKind.UPDATE
        && message.incidents().stream().anyMatch(ChatRoomTarget::reachesHigher);
  }

  private static boolean reachesHigher(Incident incident) {
    String highest = incident.getSeverity().name().toLowerCase(Locale.ROOT);
    return incident.getNews().contains("severity:" + highest);
  }

  @Override
  public void close() {
    room.close();
  }
}
