package io.wirewatch.contract.registry;

import io.wirewatch.contract.InvalidSettingException;
import io.wirewatch.contract.Setting;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How we say to a registry who asks. Holds a secret, and never shows it. */
final class Credentials {
  private static final Pattern TOKEN = Pattern.compile("[!-~]+");

  private final @Nullable String header;
  private final boolean inAddress;

  private Credentials(@Nullable String header, boolean inAddress) {
    this.header = header;
    this.inAddress = inAddress;
  }

  /**
   * Those of a client's configuration.
   *
   * @throws InvalidSettingException where they contradict each other, or cannot be sent
   */
  static Credentials of(Map<String, ?> config) {
    String source = choice(config, RegistrySettings.BASIC_SOURCE, "USER_INFO", "URL");
    choice(config, RegistrySettings.BEARER_SOURCE, "STATIC_TOKEN", "STATIC_TOKEN");
    String user = RegistrySettings.given(config, RegistrySettings.BASIC_USER);
    String token = RegistrySettings.given(config, RegistrySettings.BEARER_TOKEN);
    if (token != null) {
      return new Credentials("Bearer " + legal(token, user), false);
    }
    if (user == null ? "USER_INFO".equals(source) : user.indexOf(':') < 1) {
      throw refused(RegistrySettings.BASIC_USER);
    }
    return user == null || "URL".equals(source)
        ? new Credentials(null, true)
        : new Credentials(basic(user), false);
  }

  /**
   * The value of the header Authorization for requests to this address; null where there is none.
   */
  @Nullable String header(URI address) {
    String user = address.getUserInfo();
    return inAddress && user != null ? basic(user) : header;
  }

  private static String legal(String token, @Nullable String user) {
    if (user != null || !TOKEN.matcher(token).matches()) {
      throw refused(RegistrySettings.BEARER_TOKEN);
    }
    return token;
  }

  private static @Nullable String choice(
      Map<String, ?> config, Setting<String> setting, String one, String other) {
    String chosen = RegistrySettings.given(config, setting);
    if (chosen != null && !chosen.equals(one) && !chosen.equals(other)) {
      throw refused(setting);
    }
    return chosen;
  }

  private static String basic(String user) {
    return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
  }

  private static InvalidSettingException refused(Setting<String> setting) {
    return new InvalidSettingException(setting.key(), setting.range());
  }
}
