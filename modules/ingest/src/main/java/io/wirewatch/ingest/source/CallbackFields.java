package io.wirewatch.ingest.source;

import io.wirewatch.contract.yaml.Fields;
import io.wirewatch.contract.yaml.Yaml;
import io.wirewatch.ingest.web.Fetcher;
import io.wirewatch.ingest.websub.WebSubConfig;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where hubs reach this instance. */
final class CallbackFields {
  private static final String USUAL = "127.0.0.1:8970";
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(\\[[0-9A-Fa-f:]+]|[\\w.-]{1,253}):(\\d{1,5})");
  private static final int MOST_PORT = 65_535;
  private static final Duration LEASE = Duration.ofDays(10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int REQUESTS = 8;

  private final Fields fields;

  CallbackFields(Fields fields) {
    this.fields = fields;
  }

  /** How hubs reach it; empty where the file names no callback, or a wrong one, a problem then. */
  Optional<WebSubConfig> read() {
    Optional<Yaml.Text> callback = fields.text("callback");
    Optional<Yaml.Text> listen = fields.text("listen");
    Optional<InetSocketAddress> address = address(listen);
    if (callback.isEmpty()) {
      listen.ifPresent(
          alone -> fields.problem(alone.line(), "listen is for 'callback:', which is missing"));
      return Optional.empty();
    }
    Optional<URI> reached =
        Fetcher.address(callback.get().value()).filter(uri -> uri.getQuery() == null);
    if (reached.isEmpty()) {
      fields.problem(
          callback.get().line(),
          "callback takes the https address under which hubs reach this machine, without a query");
    }
    return reached.flatMap(
        uri -> address.map(at -> new WebSubConfig(at, uri, LEASE, REQUESTS, PATIENCE)));
  }

  private Optional<InetSocketAddress> address(Optional<Yaml.Text> listen) {
    Matcher said = HOST_AND_PORT.matcher(listen.map(Yaml.Text::value).orElse(USUAL));
    if (said.matches() && Integer.parseInt(said.group(2)) <= MOST_PORT) {
      return Optional.of(new InetSocketAddress(said.group(1), Integer.parseInt(said.group(2))));
    }
    fields.problem(
        listen.map(Yaml.Text::line).orElse(1), "listen takes an address and a port: " + USUAL);
    return Optional.empty();
  }
}
