package io.wirewatch.deliver.target;

import io.wirewatch.Alert;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The addresses of articles, as people may be led to. */
final class Links {
  private static final int LONGEST = 2000;

  private Links() {}

  /** The article's address in ASCII; empty where it has none, or where it is no web address. */
  static Optional<String> web(Alert alert) {
    String url = alert.getUrl();
    if (url == null || url.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI address = new URI(url.strip());
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      boolean plain = address.getHost() != null && address.getRawUserInfo() == null;
      // Where it is shown, @ may call somebody.
      return web && plain
          ? Optional.of(address.toASCIIString().replace("@", "%40"))
          : Optional.empty();
    } catch (URISyntaxException rubbish) {
      return Optional.empty();
    }
  }
}
