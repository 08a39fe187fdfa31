package io.wirewatch.deliver.target;

import java.net.URI;

/** Addresses of APIs. */
final class Paths {
  private Paths() {}

  /** A path below the address of a server, which may have a path itself. */
  static URI below(URI server, String path) {
    String base = server.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
