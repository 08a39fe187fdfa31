package io.wirewatch.dashboard.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirewatch.dashboard.web.Door;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.User;
import io.wirewatch.dashboard.web.Visitor;
import java.util.List;
import java.util.Optional;

/** Lets everybody in who comes over loopback; nobody signs in. */
public final class OpenDoor implements Door {
  /* A proxy on this machine comes over loopback too, and with it whoever reaches the proxy. It is told by
   * the headers that proxies add, and refused. */
  private static final List<String> OF_PROXIES =
      List.of(
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP",
          "Forwarded",
          "Via");

  private final Entry everybody = new Entry(User.LOCAL, Tokens.random());

  @Override
  public String signIn() {
    return "none";
  }

  @Override
  public Optional<Entry> entry(Visitor visitor) {
    boolean isFromHere =
        visitor.from().isLoopbackAddress() && OF_PROXIES.stream().noneMatch(visitor::has);
    return isFromHere ? Optional.of(everybody) : Optional.empty();
  }

  @Override
  public String advice() {
    return "this desk is for its own machine: for use over a proxy set dashboard.users or dashboard.proxy.user";
  }

  @Override
  public Admittance admit(Visitor visitor, JsonNode said) {
    return new Admittance.Out(Reply.error(400, "nobody signs in here"));
  }
}
