package io.wirewatch.dashboard.web;

import java.util.Optional;

/**
 * Who asks.
 *
 * @param name absent where nobody has to sign in
 */
public record User(Optional<String> name, Power power) {

  /** Who comes over loopback, where nobody signs in. */
  public static final User LOCAL = new User(Optional.empty(), Power.OPERATOR);

  /** What somebody may do. */
  public enum Power {
    READER,
    /** A reader who also decides. */
    OPERATOR
  }

  /** What entries of the desk are signed with. */
  public String signature() {
    return name.orElse("desk");
  }
}
