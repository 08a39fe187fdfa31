package io.wirewatch.ingest.websub;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which hub brings what is new at an address, and under which name the hub knows the address.
 *
 * @param hub the hub's address
 * @param topic the feed's address at the hub
 */
public record HubLinks(String hub, String topic) {
  /* A link's parameters are read one at a time: one expression for all of them would need a stack as deep as somebody writes
   * parameters. */

  private static final int MOST_CHARS = 16 * 1024;
  private static final Pattern TARGET = Pattern.compile("<([^<>]{1,2048})>");
  private static final Pattern PARAMETER =
      Pattern.compile("\\s*;\\s*([\\w*-]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]*))");

  /**
   * Of an answer's {@code Link} headers (RFC 8288); empty where they name no hub.
   *
   * @param address that answered; what its links are relative to, and the topic where none is named
   */
  public static Optional<HubLinks> of(List<String> headers, String address) {
    String hub = null;
    String self = null;
    for (String header : headers) {
      String bounded = header.substring(0, Math.min(header.length(), MOST_CHARS));
      Matcher target = TARGET.matcher(bounded);
      for (int at = 0; target.find(at); ) {
        Matcher parameters = PARAMETER.matcher(bounded).region(target.end(), bounded.length());
        List<String> relations = relations(parameters);
        hub = hub == null && relations.contains("hub") ? resolved(address, target.group(1)) : hub;
        self =
            self == null && relations.contains("self") ? resolved(address, target.group(1)) : self;
        at = parameters.regionStart();
      }
    }
    String topic = self == null ? address : self;
    return Optional.ofNullable(hub).map(found -> new HubLinks(found, topic));
  }

  /** Reads parameters up to the end of their link; of several relations the first counts. */
  private static List<String> relations(Matcher parameters) {
    List<String> relations = List.of();
    while (parameters.lookingAt()) {
      if (relations.isEmpty() && parameters.group(1).equalsIgnoreCase("rel")) {
        String value = parameters.group(2) == null ? parameters.group(3) : parameters.group(2);
        relations = Arrays.asList(value.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
      }
      parameters.region(parameters.end(), parameters.regionEnd());
    }
    return relations;
  }

  private static @Nullable String resolved(String address, String link) {
    try {
      URI uri = URI.create(address).resolve(link.strip());
      String scheme = String.valueOf(uri.getScheme());
      return scheme.equals("https") || scheme.equals("http") ? uri.toString() : null;
    } catch (IllegalArgumentException rubbish) {
      return null;
    }
  }
}
