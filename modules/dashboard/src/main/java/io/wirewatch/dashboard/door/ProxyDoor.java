package io.wirewatch.dashboard.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirewatch.dashboard.web.Door;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.User;
import io.wirewatch.dashboard.web.User.Power;
import io.wirewatch.dashboard.web.Visitor;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets in whom a reverse proxy names. */
final class ProxyDoor implements Door {
  private final Words words;
  private final Proxies proxies;
  private final String secret = Tokens.random();

  /**
   * How the proxy speaks.
   *
   * @param user the header that names the user
   * @param groups the header that names the user's groups, parted by commas
   * @param operators the group whose users decide; empty: nobody does
   */
  record Words(String user, String groups, String operators) {}

  ProxyDoor(Words words, Proxies proxies) {
    this.words = words;
    this.proxies = proxies;
  }

  @Override
  public String signIn() {
    return "proxy";
  }

  @Override
  public Optional<Entry> entry(Visitor visitor) {
    return proxies.isTrusted(visitor)
        ? visitor
            .header(words.user())
            .flatMap(UserName::ofHeader)
            .map(name -> new Entry(new User(Optional.of(name), power(visitor)), csrf(name)))
        : Optional.empty();
  }

  private Power power(Visitor visitor) {
    return !words.operators().isEmpty()
            && Stream.of(visitor.header(words.groups()).orElse("").split(",", -1))
                .map(String::strip)
                .anyMatch(words.operators()::equals)
        ? Power.OPERATOR
        : Power.READER;
  }

  private String csrf(String name) {
    return Tokens.hash(secret + ":" + name);
  }

  @Override
  public String advice() {
    return "come by way of the proxy that signs users in";
  }

  @Override
  public Admittance admit(Visitor visitor, JsonNode said) {
    return new Admittance.Out(Reply.error(400, "the proxy in front signs users in"));
  }
}
