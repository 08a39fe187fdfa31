package io.wirewatch.ingest.source;

import io.wirewatch.contract.yaml.Fields;
import io.wirewatch.contract.yaml.Problems;
import io.wirewatch.contract.yaml.UnusableFileException;
import io.wirewatch.contract.yaml.Yaml;
import io.wirewatch.contract.yaml.YamlTree;
import io.wirewatch.ingest.article.DecodedText;
import io.wirewatch.ingest.article.UnusableInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a file of sources (YAML, at most 4 MiB). Whoever starts to poll must be able to name who
 * runs it, so a file with a source off loopback and no contact is refused.
 */
public final class SourcesFile {
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int MOST_HOSTS = 256;
  private static final int USUAL_HOSTS = 8;
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);
  private static final Set<String> KNOWN =
      Set.of("contact", "hosts-at-once", "host-pause", "interval", "callback", "listen", "sources");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,99}");
  private static final Pattern CONTACT =
      Pattern.compile("(https?://|mailto:)?[\\w.%+~/-]+[@.][\\w.~/-]+");

  private final Problems problems;

  private SourcesFile(String name) {
    this.problems = new Problems(name);
  }

  /**
   * What a file says.
   *
   * @throws UnusableFileException where it cannot be used; it has every problem with its line
   */
  public static Sources read(Path file) throws UnusableFileException {
    SourcesFile reader = new SourcesFile(file.toString());
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] all = bytes.readNBytes(MOST_BYTES + 1);
      if (all.length > MOST_BYTES) {
        throw reader.unusable("is over 4 MiB; split it");
      }
      return reader.parse(DecodedText.of(all, null));
    } catch (IOException | UnusableInputException unreadable) {
      throw reader.unusable("cannot be read; give a file of text that exists");
    }
  }

  /** The same of a text; {@code name} stands before problems. */
  public static Sources parse(String name, String text) throws UnusableFileException {
    return new SourcesFile(name).parse(text);
  }

  private Sources parse(String text) throws UnusableFileException {
    Optional<Yaml.Mapping> root = YamlTree.read(text, problems);
    Sources sources = root.map(this::sources).orElse(null);
    if (sources == null || !problems.isEmpty()) {
      throw problems.thrown();
    }
    return sources;
  }

  private UnusableFileException unusable(String what) {
    problems.add(1, what);
    return problems.thrown();
  }

  private Sources sources(Yaml.Mapping root) {
    Fields fields = new Fields(root, "", problems);
    fields.knownAre(KNOWN);
    PollBounds usual = SourceFields.bounds(fields, "", PollBounds.USUAL, problems);
    List<Source> all = new ArrayList<>();
    Yaml.Mapping named = fields.mapping("sources").orElse(Yaml.Mapping.empty(root.line()));
    named.entries().forEach((name, entry) -> source(name, entry, usual).ifPresent(all::add));
    if (named.entries().isEmpty()) {
      problems.add(root.line(), "has no sources; write 'sources:' and below it a name each");
    }
    Sources sources =
        new Sources(
            contact(fields),
            fields.count("hosts-at-once", USUAL_HOSTS, MOST_HOSTS),
            fields.span("host-pause", USUAL_PAUSE),
            new CallbackFields(fields).read(),
            all);
    checkContact(sources);
    return sources;
  }

  private Optional<Source> source(String name, Yaml.Entry entry, PollBounds usual) {
    if (!NAME.matcher(name).matches()) {
      problems.add(
          entry.line(),
          Problems.quoted(name) + " is no name: 1 to 100 letters, digits, blanks and . _ -");
      return Optional.empty();
    }
    if (entry.value() instanceof Yaml.Mapping settings) {
      Fields fields = new Fields(settings, name, problems);
      return new SourceFields(fields).read(name, usual, problems);
    }
    problems.add(entry.line(), name + ": needs settings below it, 'url:' at least");
    return Optional.empty();
  }

  private Optional<String> contact(Fields fields) {
    Optional<Yaml.Text> contact = fields.text("contact");
    if (contact.isPresent()
        && (contact.get().value().length() > 200
            || !CONTACT.matcher(contact.get().value()).matches())) {
      fields.problem(contact.get().line(), "contact takes a mail or web address");
    }
    return contact.map(Yaml.Text::value);
  }

  private void checkContact(Sources sources) {
    if (sources.contact().isPresent()) {
      return;
    }
    sources.all().stream()
        .filter(source -> !Sources.isLoopback(source.address().getHost()))
        .findFirst()
        .ifPresent(
            away ->
                problems.add(
                    1,
                    "needs 'contact:' with a mail or web address, since %s is not on this machine: publishers want to know who asks them"
                        .formatted(away.name())));
  }
}
