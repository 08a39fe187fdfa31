package io.wirewatch.dashboard.door;

import io.wirewatch.dashboard.web.User.Power;

/**
 * Somebody who may sign in.
 *
 * @param hash of the password, by bcrypt
 */
record Account(String name, Power power, String hash) {
  @Override
  public String toString() {
    return name;
  }
}
