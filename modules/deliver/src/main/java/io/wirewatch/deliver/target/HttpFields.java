package io.wirewatch.deliver.target;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The settings that all targets over HTTP have. */
final class HttpFields {
  static final Set<String> KNOWN =
      Set.of(
          "url",
          "url_file",
          "headers",
          "proxy",
          "token",
          "token_file",
          "user",
          "password",
          "password_file");

  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{1,4000}");

  /** What we send ourselves, or what the client works out. */
  private static final Set<String> OURS =
      Set.of(
          "host",
          "connection",
          "content-length",
          "content-type",
          "transfer-encoding",
          "expect",
          "webhook-id",
          "webhook-timestamp",
          "webhook-signature");

  private final Section section;

  HttpFields(Section section) {
    this.section = section;
  }

  /** Names of settings: those, and a target's own. */
  static Set<String> with(Set<String> own) {
    Set<String> all = new TreeSet<>(KNOWN);
    all.addAll(own);
    return all;
  }

  /**
   * The settings; empty where there is no address, which is then a problem.
   *
   * @param usual the address where none is written
   */
  Optional<HttpSettings> read(Optional<URI> usual) {
    List<Secret> hidden = new ArrayList<>();
    Map<String, String> headers = headers(hidden);
    authorization(hidden).ifPresent(value -> headers.put("Authorization", value));
    Optional<URI> proxy = section.text("proxy").flatMap(this::proxy);
    return address(usual, hidden)
        .map(
            url ->
                new HttpSettings(
                    url, section.timeout(), Map.copyOf(headers), proxy, List.copyOf(hidden)));
  }

  private Optional<URI> address(Optional<URI> usual, List<Secret> hidden) {
    Optional<Secret> written = section.secret("url");
    if (written.isEmpty() && usual.isPresent()) {
      return usual;
    }
    if (written.isEmpty()) {
      section.problem("url", "is needed: the address that messages go to");
      return Optional.empty();
    }
    Optional<URI> url = section.address("url", written.get().value());
    // What lets in who knows it is in the path or in the query; both may come back in an answer.
    url.map(URI::getRawPath)
        .filter(path -> path.length() > 1)
        .ifPresent(path -> hidden.add(new Secret(path)));
    url.map(URI::getRawQuery).ifPresent(query -> hidden.add(new Secret(query)));
    return url;
  }

  private Optional<URI> proxy(String written) {
    Optional<URI> proxy = section.address("proxy", written);
    if (proxy.filter(p -> p.getPort() > 0 && p.getScheme().equals("http")).isPresent()) {
      return proxy;
    }
    if (proxy.isPresent()) {
      section.problem("proxy", "takes http://host:port, without a password in it");
    }
    return Optional.empty();
  }

  private Optional<String> authorization(List<Secret> hidden) {
    Optional<Secret> token = section.secret("token");
    Optional<String> user = section.text("user");
    Optional<Secret> password = section.secret("password");
    hidden.addAll(token.stream().toList());
    hidden.addAll(password.stream().toList());
    if (user.isPresent() != password.isPresent() || (token.isPresent() && user.isPresent())) {
      section.problem("user", "and 'password:' go together, and not with 'token:'");
      return Optional.empty();
    }
    Optional<String> value =
        token
            .map(secret -> "Bearer " + secret.value())
            .or(() -> user.flatMap(who -> password.map(secret -> basic(who, secret))));
    value.ifPresent(sent -> hidden.add(new Secret(sent.substring(sent.indexOf(' ') + 1))));
    if (value.isPresent() && !VALUE.matcher(value.get()).matches()) {
      section.problem("token", "takes visible ASCII");
      return Optional.empty();
    }
    return value;
  }

  private static String basic(String user, Secret password) {
    byte[] both = (user + ":" + password.value()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  private Map<String, String> headers(List<Secret> hidden) {
    Map<String, String> headers = new HashMap<>(section.fields().headers("headers", OURS));
    // Any of them may be a key; short ones, such as 1 or no, are none and would hide half of a
    // word.
    headers.values().stream().filter(v -> v.length() >= 8).map(Secret::new).forEach(hidden::add);
    return headers;
  }
}
