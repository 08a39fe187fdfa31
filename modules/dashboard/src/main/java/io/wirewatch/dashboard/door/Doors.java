package io.wirewatch.dashboard.door;

import io.wirewatch.contract.Settings;
import io.wirewatch.dashboard.DashboardSettings;
import io.wirewatch.dashboard.web.Door;
import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Which door is set. */
public final class Doors {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private Doors() {}

  /**
   * The one that settings say: a proxy's, passwords', or on loopback alone an open one.
   *
   * @param listening where the server listens
   * @param say told what a person should know
   * @throws UnusableDoorException where nobody, or anybody, could come in
   */
  public static Door of(
      Settings settings, InetAddress listening, Clock clock, Consumer<String> say) {
    String users = settings.value(DashboardSettings.USERS);
    String proxied = settings.value(DashboardSettings.PROXY_USER);
    if (!users.isEmpty() && !proxied.isEmpty()) {
      throw new UnusableDoorException(
          "dashboard.users and dashboard.proxy.user are both set: who signs users in? Set one of them");
    }
    Proxies proxies = new Proxies(settings.value(DashboardSettings.PROXY_FROM));
    if (!proxied.isEmpty()) {
      return new ProxyDoor(words(settings), proxies);
    }
    if (!users.isEmpty()) {
      if (!listening.isLoopbackAddress()) {
        say.accept(
            "passwords and what is shown can be read on their way, unless a proxy in front of this speaks https");
      }
      return new PasswordDoor(new Users(path(users), say), proxies, clock);
    }
    if (listening.isLoopbackAddress()) {
      return new OpenDoor();
    }
    throw new UnusableDoorException(
        "beyond this machine the dashboard needs users: name a file of them with --set dashboard.users=FILE "
            + "('wirewatch dashboard user NAME --role operator' makes a line of it), or the header of a proxy that signs them in with dashboard.proxy.user");
  }

  private static ProxyDoor.Words words(Settings settings) {
    ProxyDoor.Words words =
        new ProxyDoor.Words(
            settings.value(DashboardSettings.PROXY_USER),
            settings.value(DashboardSettings.PROXY_GROUPS),
            settings.value(DashboardSettings.PROXY_OPERATORS));
    if (!HEADER.matcher(words.user()).matches() || !HEADER.matcher(words.groups()).matches()) {
      throw new UnusableDoorException(
          "dashboard.proxy.user and dashboard.proxy.groups take the name of a header, such as X-Forwarded-User");
    }
    return words;
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException none) {
      throw new UnusableDoorException("dashboard.users takes the name of a file", none);
    }
  }
}
