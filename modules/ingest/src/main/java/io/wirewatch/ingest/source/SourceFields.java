package io.wirewatch.ingest.source;

import io.wirewatch.contract.yaml.Fields;
import io.wirewatch.contract.yaml.Problems;
import io.wirewatch.contract.yaml.Yaml;
import io.wirewatch.ingest.InputKind;
import io.wirewatch.ingest.web.Fetcher;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one source of a file. */
final class SourceFields {
  private static final Set<String> KNOWN =
      Set.of("url", "kind", "language", "region", "category", "interval", "headers", "proxy");

  /** What we send ourselves, or what the client works out. */
  private static final Set<String> OURS =
      Set.of(
          "user-agent",
          "host",
          "if-none-match",
          "if-modified-since",
          "accept-encoding",
          "connection",
          "content-length",
          "transfer-encoding",
          "range");

  private final Fields fields;

  SourceFields(Fields fields) {
    this.fields = fields;
  }

  /** The source; empty where it has no address, which is then a problem. */
  Optional<Source> read(String name, PollBounds usual, Problems problems) {
    fields.knownAre(KNOWN);
    Optional<InputKind> kind = kind();
    Labels labels = new Labels(text("language"), text("region"), text("category"));
    PollBounds bounds = bounds(fields, name, usual, problems);
    Access access = new Access(fields.headers("headers", OURS), proxy());
    return url().map(url -> new Source(name, url, kind, labels, bounds, access));
  }

  /** The bounds that a mapping's {@code interval} gives, each where it is said. */
  static PollBounds bounds(Fields fields, String whose, PollBounds usual, Problems problems) {
    Optional<Yaml.Mapping> said = fields.mapping("interval");
    if (said.isEmpty()) {
      return usual;
    }
    Fields interval = new Fields(said.get(), whose, problems);
    interval.knownAre(Set.of("min", "max"));
    PollBounds bounds =
        new PollBounds(interval.span("min", usual.least()), interval.span("max", usual.most()));
    if (bounds.least().compareTo(bounds.most()) <= 0) {
      return bounds;
    }
    interval.problem(said.get().line(), "interval: min is over max; change one of them");
    return usual;
  }

  private @Nullable String text(String name) {
    return fields.text(name).map(Yaml.Text::value).orElse(null);
  }

  private Optional<URI> url() {
    Optional<Yaml.Text> written = fields.text("url");
    if (written.isEmpty()) {
      fields.problem(fields.line(), "needs 'url:' with the address of a page or feed");
      return Optional.empty();
    }
    Optional<URI> url = Fetcher.address(written.get().value());
    if (url.isEmpty()) {
      fields.problem(
          written.get().line(),
          "url takes an http or https address with a host (letters, digits, - and .) and without a password");
    }
    return url;
  }

  private Optional<InputKind> kind() {
    Optional<Yaml.Text> word = fields.text("kind").filter(text -> !text.value().equals("auto"));
    Optional<InputKind> kind =
        word.flatMap(text -> InputKind.named(text.value().toLowerCase(Locale.ROOT)));
    if (word.isPresent() && kind.isEmpty()) {
      fields.problem(word.get().line(), "kind takes feed, page, jsonl or auto");
    }
    return kind;
  }

  private @Nullable URI proxy() {
    Optional<Yaml.Text> written = fields.text("proxy");
    Optional<URI> proxy = written.flatMap(text -> Fetcher.address(text.value()));
    if (written.isPresent()
        && proxy.filter(p -> p.getPort() > 0 && p.getScheme().equals("http")).isEmpty()) {
      fields.problem(
          written.get().line(), "proxy takes http://host:port, without a password in it");
      return null;
    }
    return proxy.orElse(null);
  }
}
