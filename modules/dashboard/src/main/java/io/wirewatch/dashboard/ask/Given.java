package io.wirewatch.dashboard.ask;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirewatch.dashboard.web.BadRequestException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** What stands in the body of a request. Every method throws {@link BadRequestException}. */
record Given(JsonNode body) {
  private static final int MOST_LIST = 100;

  /** A text; empty where there is none. */
  String text(String name) {
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      throw new BadRequestException(name + " is to be a text");
    }
    return value.textValue();
  }

  /** The same, of at most so many UTF-16 code units. */
  String text(String name, int most) {
    String text = text(name);
    if (text.length() > most) {
      throw new BadRequestException("%s takes at most %,d characters".formatted(name, most));
    }
    return text;
  }

  /** A list of texts; empty where there is none. */
  List<String> texts(String name) {
    JsonNode list = body.path(name);
    if (!list.isMissingNode() && (!list.isArray() || list.size() > MOST_LIST)) {
      throw new BadRequestException(
          "%s is to be a list of at most %d texts".formatted(name, MOST_LIST));
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode one : list) {
      if (!one.isTextual()) {
        throw new BadRequestException(name + " is to be a list of texts");
      }
      texts.add(one.textValue());
    }
    return texts;
  }

  /** A time with its zone. */
  Instant time(String name) {
    try {
      return OffsetDateTime.parse(text(name)).toInstant();
    } catch (DateTimeException none) {
      throw new BadRequestException(
          name + " takes a time with its zone, such as 2026-01-31T08:00:00Z", none);
    }
  }

  /** One of the names of an enum. */
  <E extends Enum<E>> E choice(String name, Class<E> type) {
    String text = text(name);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw new BadRequestException(
        "%s takes one of %s".formatted(name, List.of(type.getEnumConstants())));
  }
}
