package io.wirewatch.journey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/** Words that must be seen nowhere: other ones in every run, so that old logs say nothing. */
final class Secrets {
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, String> byName = new ConcurrentSkipListMap<>();

  /** The secret of that name. */
  String of(String name) {
    return byName.computeIfAbsent(name, unseen -> "s3cr3t-" + run + "-" + name);
  }

  /** From now on that is one too. */
  void keep(String name, String secret) {
    byName.put(name, secret);
  }

  /** Name and password, as they stand in an address or in {@code basic.auth.user.info}. */
  String user(String name) {
    String user = "reader:" + of(name);
    byName.put(
        name + " in base64",
        Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    return user;
  }

  /** Names of those that are in a text, each with what stands around it. */
  List<String> seenIn(String text) {
    List<String> seen = new ArrayList<>();
    byName.forEach(
        (name, secret) -> {
          int at = text.indexOf(secret);
          if (at >= 0) {
            seen.add(name + ": " + text.substring(Math.max(0, at - 200), at));
          }
        });
    return seen;
  }
}
