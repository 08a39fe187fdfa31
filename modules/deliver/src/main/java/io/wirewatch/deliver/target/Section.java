package io.wirewatch.deliver.target;

import io.wirewatch.contract.yaml.Fields;
import io.wirewatch.contract.yaml.Problems;
import io.wirewatch.contract.yaml.Yaml;
import io.wirewatch.deliver.target.TargetSpec.Updates;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings of one target. Problems name settings and what they take, never their values, which
 * may be secrets.
 */
final class Section {
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(15);
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);
  private static final int MOST_BYTES = 64 * 1024;

  private final String name;
  private final Yaml.Mapping mapping;
  private final Fields fields;
  private final Problems problems;

  Section(String name, Yaml.Mapping mapping, Problems problems) {
    this.name = name;
    this.mapping = mapping;
    this.fields = new Fields(mapping, name, problems);
    this.problems = problems;
  }

  String name() {
    return name;
  }

  Fields fields() {
    return fields;
  }

  /** Those, and what every target has. */
  void knownAre(Set<String> own) {
    Set<String> all = new TreeSet<>(own);
    all.addAll(Set.of("timeout", "updates"));
    fields.knownAre(all);
  }

  Optional<Section> below(String key) {
    return fields.mapping(key).map(mapping -> new Section(name, mapping, problems));
  }

  boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  Optional<String> text(String key) {
    return fields.text(key).map(Yaml.Text::value);
  }

  /** A text, or a problem that says what the setting is for. */
  Optional<String> needed(String key, String what) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      fields.problem(fields.line(), "needs '" + key + ":' with " + what);
    }
    return text;
  }

  /** All texts of a list, or one. */
  List<Yaml.Text> texts(String key) {
    List<Yaml.Text> texts = new ArrayList<>();
    for (Yaml item : fields.items(key)) {
      if (item instanceof Yaml.Text text && !text.value().isBlank()) {
        texts.add(new Yaml.Text(text.line(), text.value().strip()));
      } else {
        fields.problem(item.line(), key + " takes a value or a list of values");
      }
    }
    return texts;
  }

  /** One of some words, in any case; the fallback where none is said, or where it is a problem. */
  String word(String key, List<String> words, String fallback) {
    String word = text(key).map(text -> text.toLowerCase(Locale.ROOT)).orElse(fallback);
    if (words.contains(word)) {
      return word;
    }
    problem(key, "takes " + String.join(", ", words));
    return fallback;
  }

  Updates updates(Updates usual) {
    String fallback = usual.name().toLowerCase(Locale.ROOT);
    String word = word("updates", List.of("all", "worse", "none"), fallback);
    return Updates.valueOf(word.toUpperCase(Locale.ROOT));
  }

  Duration timeout() {
    Duration timeout = fields.span("timeout", USUAL_TIMEOUT);
    if (timeout.compareTo(LONGEST_TIMEOUT) <= 0) {
      return timeout;
    }
    problem("timeout", "takes 1 second to 5 minutes: an attempt that hangs holds its group");
    return USUAL_TIMEOUT;
  }

  /** Of {@code key}, or of the file that {@code key_file} names: a line each. */
  List<Secret> secrets(String key) {
    List<Secret> all = new ArrayList<>();
    texts(key).forEach(text -> all.add(new Secret(text.value())));
    text(key + "_file").ifPresent(path -> lines(key + "_file", path, all));
    return all;
  }

  /** The same where there can be but one. */
  Optional<Secret> secret(String key) {
    List<Secret> all = secrets(key);
    if (all.size() > 1) {
      problem(key, "is there more than once; leave one");
    }
    return all.stream().findFirst();
  }

  private void lines(String key, String path, List<Secret> all) {
    try (InputStream bytes = Files.newInputStream(Path.of(path))) {
      String text = new String(bytes.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
      lines.forEach(line -> all.add(new Secret(line)));
      if (lines.isEmpty()) {
        problem(key, "is an empty file");
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      problem(key, "cannot be read; give a file that is there and that this user may read");
    }
  }

  /** An http or https address with a host; what else it is, is a problem. */
  Optional<URI> address(String key, String written) {
    try {
      URI address = new URI(new URI(written).toASCIIString());
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      if ((scheme.equals("http") || scheme.equals("https"))
          && address.getHost() != null
          && address.getRawUserInfo() == null
          && address.getRawFragment() == null) {
        return Optional.of(address);
      }
    } catch (URISyntaxException rubbish) {
      // Its message holds the whole address: told below without it.
    }
    problem(key, "takes an http or https address with a host, without a password or #");
    return Optional.empty();
  }

  /** Notes a problem of a setting, in its line. */
  void problem(String key, String what) {
    Yaml.Entry entry = mapping.entries().get(key);
    fields.problem(entry == null ? fields.line() : entry.line(), key + " " + what);
  }
}
