package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.contract.InvalidSettingException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * One thing that {@code doctor} looked at.
 *
 * @param check what was looked at
 * @param found how it is
 * @param remedy what to do; null where it is well
 */
record Finding(String check, String found, @Nullable String remedy) {

  static Finding well(String check, String found) {
    return new Finding(check, found, null);
  }

  static Finding ill(String check, String found, String remedy) {
    return new Finding(check, found, remedy);
  }

  /** What a look found, or why it could not be taken: the words of trouble say what to do. */
  static List<Finding> of(String check, Supplier<List<Finding>> look) {
    try {
      return look.get();
    } catch (KafkaException | InvalidSettingException | Refusal trouble) {
      return List.of(ill(check, "cannot be looked at", Trouble.message(trouble)));
    }
  }

  boolean isWell() {
    return remedy == null;
  }

  /** For people. */
  String text() {
    return Printable.line(
        "%-4s %-9s %s%s"
            .formatted(isWell() ? "ok" : "BAD", check, found, isWell() ? "" : "; " + remedy));
  }

  /** For programs: {@code {"check","well","found","remedy"?}}. */
  String json() {
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("check", check.toLowerCase(Locale.ROOT))
            .put("well", isWell())
            .put("found", found);
    return (remedy == null ? line : line.put("remedy", remedy)).toString();
  }
}
