package io.wirewatch.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One spelling for addresses that lead to the same article: scheme and host in lower case; no user,
 * default port, fragment or tracking parameter; an empty path is {@code /}. The order of parameters
 * and the case of the path stay, since servers may tell them apart, and so do http and https: the
 * article's id is the hash of the address that stands in its record, and anybody can compute it.
 */
public final class CanonicalUrl {
  private static final int MOST_CHARS = 8192;

  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "gclsrc",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "yclid",
          "twclid",
          "ttclid",
          "igshid",
          "igsh",
          "mc_cid",
          "mc_eid",
          "_ga",
          "_gl",
          "ref_src",
          "ref_url",
          "cmpid",
          "ocid",
          "mkt_tok",
          "oly_anon_id",
          "oly_enc_id",
          "vero_id",
          "wickedid",
          "s_cid");

  private CanonicalUrl() {}

  /** The canonical form of a web address; empty for anything else, rubbish among it. */
  public static Optional<String> of(String written) {
    String url = written.strip();
    int scheme = url.indexOf("://");
    if (url.length() > MOST_CHARS
        || scheme < 0
        || !url.chars().allMatch(c -> c > ' ' && c != 127)
        || !isWellFormed(url)) {
      return Optional.empty();
    }
    String protocol = url.substring(0, scheme).toLowerCase(Locale.ROOT);
    if (!protocol.equals("http") && !protocol.equals("https")) {
      return Optional.empty();
    }
    String rest = cut(url.substring(scheme + 3), '#');
    int end = firstOf(rest, "/?\\");
    return authority(rest.substring(0, end), protocol)
        .map(host -> protocol + "://" + host + pathAndQuery(rest.substring(end)));
  }

  /**
   * Whether no half of a pair stands alone: {@link java.net.URI} breaks on one when it writes
   * ASCII.
   */
  public static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  /** The host of an address without {@code www.}; empty where there is none. */
  public static String host(String url) {
    String canonical = of(url).orElse("://");
    String rest = canonical.substring(canonical.indexOf("://") + 3);
    return rest.substring(0, firstOf(rest, "/:")).replaceFirst("^www\\.", "");
  }

  private static Optional<String> authority(String written, String protocol) {
    String hostAndPort = written.substring(written.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    int colon = hostAndPort.lastIndexOf(':');
    boolean hasPort = colon >= 0 && hostAndPort.indexOf(']', colon) < 0;
    String port = hasPort ? hostAndPort.substring(colon + 1) : "";
    String host = hasPort ? hostAndPort.substring(0, colon) : hostAndPort;
    if (host.isEmpty() || !port.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    boolean usual = port.isEmpty() || port.equals(protocol.equals("http") ? "80" : "443");
    return Optional.of(usual ? host : host + ":" + port);
  }

  private static String pathAndQuery(String written) {
    int question = written.indexOf('?');
    String path = question < 0 ? written : written.substring(0, question);
    List<String> kept = new ArrayList<>();
    for (String parameter :
        question < 0 ? List.<String>of() : split(written.substring(question + 1))) {
      if (!parameter.isEmpty() && !isTracking(cut(parameter, '=').toLowerCase(Locale.ROOT))) {
        kept.add(parameter);
      }
    }
    return (path.isEmpty() ? "/" : path) + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
  }

  private static List<String> split(String query) {
    return List.of(query.split("&", -1));
  }

  private static boolean isTracking(String name) {
    return name.startsWith("utm_") || TRACKING.contains(name);
  }

  private static String cut(String text, char from) {
    int at = text.indexOf(from);
    return at < 0 ? text : text.substring(0, at);
  }

  private static int firstOf(String text, String any) {
    for (int at = 0; at < text.length(); at++) {
      if (any.indexOf(text.charAt(at)) >= 0) {
        return at;
      }
    }
    return text.length();
  }
}
