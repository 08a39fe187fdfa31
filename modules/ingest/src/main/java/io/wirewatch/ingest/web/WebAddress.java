package io.wirewatch.ingest.web;

import io.wirewatch.contract.CanonicalUrl;
import io.wirewatch.ingest.article.UnusableInputException;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Web addresses as people and sites write them, made such as can be asked (RFC 3986). */
final class WebAddress {
  /* What browsers take is taken: letters of any script, blanks, bars. What may not stand in an address is
   * percent-encoded, as UTF-8, and a host's name is written in ASCII (RFC 3490). The address that comes of it is the only
   * one from then on, so that the host that is checked is the one that is asked. Control characters stay, and are refused
   * with the whole. */
  private static final int MOST_CHARS = 8192;
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:)?//([^/?#]*)");
  private static final Pattern PORT = Pattern.compile("(?::\\d*)?$");
  private static final Pattern ILLEGAL =
      Pattern.compile("%(?![0-9A-Fa-f]{2})|[^\\p{Cntrl}%A-Za-z0-9\\[\\]_.~!$&'()*+,;=:@/?-]");
  private static final HexFormat PERCENT = HexFormat.of().withUpperCase().withPrefix("%");

  private WebAddress() {}

  /**
   * An http or https address with a host, without a fragment.
   *
   * @throws UnusableInputException where the text is none, or has a password
   */
  static URI of(String text) throws UnusableInputException {
    URI address = reference(text);
    String scheme = String.valueOf(address.getScheme());
    boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    if (web && address.getHost() != null && address.getUserInfo() == null) {
      return address;
    }
    throw new UnusableInputException("not an http or https address with a host and no password");
  }

  /**
   * The same of what may be relative.
   *
   * @throws UnusableInputException where the text is no address; it is not in the message
   */
  static URI reference(String text) throws UnusableInputException {
    String whole = text.strip().replaceFirst("(?s)#.*", "");
    Matcher authority = AUTHORITY.matcher(whole);
    boolean hasHost = authority.lookingAt();
    String head = hasHost ? whole.substring(0, authority.start(1)) + ascii(authority.group(1)) : "";
    String rest = hasHost ? whole.substring(authority.end()) : whole;
    try {
      if (whole.length() <= MOST_CHARS && CanonicalUrl.isWellFormed(whole)) {
        return new URI(head + encoded(rest));
      }
    } catch (URISyntaxException rubbish) {
      // Not as a cause: its message holds the whole address.
    }
    throw new UnusableInputException("not a web address");
  }

  /** A host and its port; what is in ASCII is judged by {@link URI}. */
  private static String ascii(String authority) throws UnusableInputException {
    if (authority.chars().allMatch(c -> c < 128)) {
      return authority;
    }
    Matcher port = PORT.matcher(authority);
    int end = port.find() ? port.start() : authority.length();
    try {
      // Letters, digits and hyphens only: others look like a slash, and are one in ASCII.
      return IDN.toASCII(authority.substring(0, end), IDN.USE_STD3_ASCII_RULES)
          + authority.substring(end);
    } catch (IllegalArgumentException noName) {
      throw new UnusableInputException("not a web address");
    }
  }

  private static String encoded(String written) {
    int query = written.indexOf('?');
    int end = query < 0 ? written.length() : query;
    String path = written.substring(0, end).replace("[", "%5B").replace("]", "%5D");
    return ILLEGAL
        .matcher(path + written.substring(end))
        .replaceAll(illegal -> PERCENT.formatHex(illegal.group().getBytes(StandardCharsets.UTF_8)));
  }
}
