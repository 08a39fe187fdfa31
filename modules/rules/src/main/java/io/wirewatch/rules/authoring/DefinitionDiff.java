package io.wirewatch.rules.authoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Compares the normalised definitions of two versions of a rule. */
final class DefinitionDiff {
  private final List<String> lines = new ArrayList<>();

  private DefinitionDiff() {}

  /** One line for each difference. */
  static List<String> of(String before, String after) {
    var diff = new DefinitionDiff();
    diff.compare("", parse(before), parse(after));
    return diff.lines;
  }

  private static Object parse(String definition) {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    return new Load(settings).loadFromString(definition);
  }

  private void compare(String path, @Nullable Object before, @Nullable Object after) {
    if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
      var keys = new TreeSet<>(Comparator.comparing(Object::toString));
      keys.addAll(old.keySet());
      keys.addAll(now.keySet());
      keys.forEach(
          key ->
              compare(
                  path.isEmpty() ? key.toString() : path + "." + key, old.get(key), now.get(key)));
    } else if (before instanceof List<?> old && after instanceof List<?> now) {
      compareLists(path, old, now);
    } else if (before == null || after == null) {
      lines.add(before == null ? path + ": + " + text(after) : path + ": - " + text(before));
    } else if (!before.equals(after)) {
      lines.add(path + ": - " + text(before) + " + " + text(after));
    }
  }

  private void compareLists(String path, List<?> before, List<?> after) {
    List<Object> gone = new ArrayList<>(before);
    after.forEach(gone::remove);
    List<Object> come = new ArrayList<>(after);
    before.forEach(come::remove);
    if (gone.size() == 1 && come.size() == 1 && gone.get(0) instanceof Map<?, ?>) {
      int place = before.indexOf(gone.get(0)) + 1;
      compare(path.equals("rules") ? "" : path + "[" + place + "]", gone.get(0), come.get(0));
      return;
    }
    gone.forEach(item -> lines.add(path + ": - " + text(item)));
    come.forEach(item -> lines.add(path + ": + " + text(item)));
    if (gone.isEmpty() && come.isEmpty() && !before.equals(after)) {
      lines.add(path + ": the same in another order");
    }
  }

  private static String text(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(DefinitionDiff::text).collect(Collectors.joining(", ", "[", "]"));
    }
    return String.valueOf(value);
  }
}
