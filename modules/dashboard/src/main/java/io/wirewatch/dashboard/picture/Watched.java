package io.wirewatch.dashboard.picture;

import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import java.util.Optional;
import java.util.stream.Stream;

/** The topics that the picture is made of. */
enum Watched {
  ALERTS('a', Topics.ALERTS),
  INCIDENTS('i', Topics.INCIDENTS),
  DESK('d', Topics.DESK),
  ARTICLES('e', Topics.ENRICHED_ARTICLES);

  private final char sign;
  private final String topic;

  Watched(char sign, Topic<?> topic) {
    this.sign = sign;
    this.topic = topic.name();
  }

  /** What stands for it in a position. */
  char sign() {
    return sign;
  }

  /** Its name in the cluster. */
  String topic() {
    return topic;
  }

  /** That of such a sign. */
  static Optional<Watched> signed(char sign) {
    return Stream.of(values()).filter(one -> one.sign == sign).findFirst();
  }

  /** That of such a name in the cluster. */
  static Watched named(String topic) {
    return Stream.of(values()).filter(one -> one.topic.equals(topic)).findFirst().orElseThrow();
  }
}
