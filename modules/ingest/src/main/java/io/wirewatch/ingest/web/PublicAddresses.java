package io.wirewatch.ingest.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds hosts, and knows no host that is not on the public internet, so that nobody can have this
 * machine ask its own network. The address that is checked is the one that is connected to.
 */
final class PublicAddresses implements DnsResolver {

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found =
        Arrays.stream(InetAddress.getAllByName(host))
            .filter(PublicAddresses::isPublic)
            .toArray(InetAddress[]::new);
    if (found.length == 0) {
      throw new NotPublicException(host);
    }
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** Says that a host is there, but not for us. */
  static final class NotPublicException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    NotPublicException(String host) {
      super(host + " is not on the public internet");
    }
  }

  /** Whether an address is anybody's: not this machine's, a local network's, or reserved. */
  static boolean isPublic(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return bytes.length == 4 ? isPublic4(bytes, 0) : isPublic6(bytes);
  }

  /** Of IANA's special-purpose registry for IPv4, what is not global. */
  private static boolean isPublic4(byte[] bytes, int from) {
    int a = bytes[from] & 0xFF;
    int b = bytes[from + 1] & 0xFF;
    int c = bytes[from + 2] & 0xFF;
    boolean local = a == 0 || a == 10 || a == 127 || (a == 169 && b == 254);
    boolean shared = (a == 100 && (b & 0xC0) == 64) || (a == 172 && (b & 0xF0) == 16);
    boolean special = (a == 192 && b == 168) || (a == 192 && b == 0 && (c == 0 || c == 2));
    boolean tests = (a == 198 && (b & 0xFE) == 18) || (a == 198 && b == 51 && c == 100);
    return !local && !shared && !special && !tests && !(a == 203 && b == 0 && c == 113) && a < 224;
  }

  /**
   * Global unicast but for documentation and Teredo; what carries an IPv4 address is judged by it.
   */
  private static boolean isPublic6(byte[] bytes) {
    int first = word(bytes, 0);
    int second = word(bytes, 2);
    if (first == 0x2002) {
      return isPublic4(bytes, 2);
    }
    if (first == 0x64 && second == 0xFF9B) {
      // Of a local network's own prefix (RFC 8215) nobody else knows where the IPv4 address is.
      return IntStream.range(4, 12).allMatch(at -> bytes[at] == 0) && isPublic4(bytes, 12);
    }
    boolean reserved = first == 0x2001 && (second == 0 || second == 0xDB8);
    return (first & 0xE000) == 0x2000 && !reserved;
  }

  private static int word(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }
}
