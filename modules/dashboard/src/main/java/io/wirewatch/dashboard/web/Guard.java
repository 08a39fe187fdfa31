package io.wirewatch.dashboard.web;

import io.wirewatch.dashboard.web.User.Power;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/** Whether a visitor may have what he asks for. */
record Guard(Door door) {

  /**
   * Who has come in.
   *
   * @throws RefusedException where he has not
   */
  Door.Entry entry(Visitor visitor) {
    return door.entry(visitor)
        .orElseThrow(() -> RefusedException.signIn(door.signIn(), door.advice()));
  }

  /**
   * Lets pass who may do that.
   *
   * @throws RefusedException where he may only look on
   */
  static void mayDo(Door.Entry entry, Power needed) {
    if (entry.user().power().compareTo(needed) < 0) {
      throw RefusedException.with(403, "readers look on: ask an operator to do this");
    }
  }

  /**
   * Lets pass what a page of ours has sent: only that knows the token.
   *
   * @throws RefusedException where another page may have sent it
   */
  static void isOurPage(Visitor visitor, Door.Entry entry) {
    byte[] given = visitor.header("X-Csrf-Token").orElse("").getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(given, entry.csrf().getBytes(StandardCharsets.UTF_8))) {
      throw RefusedException.with(
          403, "X-Csrf-Token is not the one that /api/session tells: load the page again");
    }
  }

  /**
   * Lets pass what says that it is JSON; a form of another page cannot say so.
   *
   * @throws RefusedException where it does not
   */
  static void isJson(Visitor visitor) {
    String type = visitor.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.split(";", 2)[0].strip().equals("application/json")) {
      throw RefusedException.with(415, "send JSON, with Content-Type: application/json");
    }
  }
}
