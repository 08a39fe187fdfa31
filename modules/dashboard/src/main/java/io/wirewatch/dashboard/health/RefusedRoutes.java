package io.wirewatch.dashboard.health;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.Rejection;
import io.wirewatch.contract.Topics;
import io.wirewatch.dashboard.web.BadRequestException;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what was refused: the newest in short, and one with its content. */
final class RefusedRoutes {
  /** Path of one: topic, partition and offset follow. */
  static final String ONE = "/api/refused/";

  private static final Logger LOG = LoggerFactory.getLogger(RefusedRoutes.class);
  private static final int LIMIT = 100;
  private static final int MOST_DIGITS = 18;

  private final Supplier<List<Refused>> newest;
  private final RefusedRecords records;
  private final RefusedReading reading;

  RefusedRoutes(Supplier<List<Refused>> newest, RefusedRecords records, RefusedReading reading) {
    this.newest = newest;
    this.records = records;
    this.reading = reading;
  }

  Reply listed(Request request) {
    int limit = request.asked("limit").map(RefusedRoutes::limit).orElse(LIMIT);
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode list = node.putArray("refused");
    newest.get().stream().limit(limit).map(RefusedJson::of).forEach(list::add);
    return Reply.json(200, node);
  }

  private static int limit(String text) {
    if (text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= RefusedTopics.MOST) {
      return Integer.parseInt(text);
    }
    throw new BadRequestException("limit is a number from 1 to " + RefusedTopics.MOST);
  }

  Reply one(Request request) {
    try {
      return place(request.below(ONE))
          .flatMap(records::at)
          .map(record -> Reply.json(200, whole(record)))
          .orElseGet(
              () ->
                  Reply.error(
                      404, "nothing that was refused lies there; it may be too old to be kept"));
    } catch (KafkaException away) {
      LOG.warn("a record that was refused cannot be read", away);
      return Reply.error(
          503, "the cluster or its registry does not answer; try again in a few seconds");
    }
  }

  /** Only of the two topics: whoever may look at refused content may not look at any topic. */
  private static Optional<Refused.Place> place(String path) {
    String[] parts = path.split("/", -1);
    return parts.length == 3
            && RefusedTopics.NAMES.contains(parts[0])
            && isNumber(parts[1], String.valueOf(Integer.MAX_VALUE).length() - 1)
            && isNumber(parts[2], MOST_DIGITS)
        ? Optional.of(
            new Refused.Place(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2])))
        : Optional.empty();
  }

  private static boolean isNumber(String text, int mostDigits) {
    return !text.isEmpty()
        && text.length() <= mostDigits
        && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  private ObjectNode whole(ConsumerRecord<byte[], byte[]> record) {
    boolean isRejection = record.topic().equals(Topics.REJECTED_ARTICLES.name());
    Rejection rejection = isRejection ? reading.rejection(record) : null;
    return RefusedJson.whole(reading.of(record), record, rejection);
  }
}
