package io.wirewatch.dashboard.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the page, from the class path. Thread-safe. */
final class PageFiles {
  /* A name is letters, digits, hyphens and underscores, in at most three folders, with an ending that is
   * known: nothing that leads elsewhere can be written that way. Only files that are there are held. */

  private static final Pattern NAME =
      Pattern.compile("(?:[A-Za-z0-9_-]{1,64}/){0,3}[A-Za-z0-9_-]{1,64}\\.([a-z0-9]{1,11})");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2",
          "webmanifest", "application/manifest+json",
          "txt", "text/plain; charset=utf-8");

  private final String folder;
  private final Map<String, Reply> held = new ConcurrentHashMap<>();

  /** Those in a folder of the class path, such as {@code /io/wirewatch/dashboard/page/}. */
  PageFiles(String folder) {
    this.folder = folder;
  }

  /** The file at a path of the server; empty where there is none. */
  Optional<Reply> at(String path) {
    String name = path.equals("/") ? "index.html" : path.substring(1);
    var named = NAME.matcher(name);
    if (!named.matches() || !TYPES.containsKey(named.group(1))) {
      return Optional.empty();
    }
    Reply there = held.get(name);
    return there == null ? read(name, TYPES.get(named.group(1))) : Optional.of(there);
  }

  private Optional<Reply> read(String name, String type) {
    try (InputStream file = PageFiles.class.getResourceAsStream(folder + name)) {
      if (file == null) {
        return Optional.empty();
      }
      byte[] content = file.readAllBytes();
      Reply reply =
          new Reply.Whole(
              200, type, content, Map.of("ETag", tag(content), "Cache-Control", "no-cache"));
      held.put(name, reply);
      return Optional.of(reply);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read the page's own file " + name, broken);
    }
  }

  /** Weak: the same whether packed on its way or not. */
  private static String tag(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(hash, 12)) + "\"";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
