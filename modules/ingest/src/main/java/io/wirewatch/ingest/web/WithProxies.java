package io.wirewatch.ingest.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/** Finds the hosts of proxies wherever they are, and all others as another resolver does. */
record WithProxies(DnsResolver others, Set<String> proxyHosts) implements DnsResolver {

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return proxyHosts.contains(host.toLowerCase(Locale.ROOT))
        ? InetAddress.getAllByName(host)
        : others.resolve(host);
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return others.resolveCanonicalHostname(host);
  }
}
