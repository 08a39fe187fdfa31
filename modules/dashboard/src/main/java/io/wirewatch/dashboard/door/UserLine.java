package io.wirewatch.dashboard.door;

import io.wirewatch.dashboard.web.User.Power;
import java.util.Locale;

/** Lines of a file of users. */
public final class UserLine {
  private UserLine() {}

  /**
   * A line for somebody; the password cannot be had from it.
   *
   * @throws UnusableDoorException where the name or the password is not fit
   */
  public static String of(String name, Power power, char[] password) {
    String legal = checked(name);
    String hash =
        Passwords.hash(password)
            .orElseThrow(
                () ->
                    new UnusableDoorException(
                        "a password has at least %d characters and at most %d bytes in UTF-8"
                            .formatted(Passwords.LEAST_CHARS, Passwords.MOST_BYTES)));
    return "%s:%s:%s".formatted(legal, power.name().toLowerCase(Locale.ROOT), hash);
  }

  /**
   * The name, where it is fit for one.
   *
   * @throws UnusableDoorException where it is not
   */
  public static String checked(String name) {
    return UserName.of(name)
        .orElseThrow(() -> new UnusableDoorException("a name is " + UserName.LEGAL));
  }
}
