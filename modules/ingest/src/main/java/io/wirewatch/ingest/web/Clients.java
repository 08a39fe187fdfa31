package io.wirewatch.ingest.web;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/** How this process asks the web: within bounds, following nothing, remembering nobody. */
final class Clients {
  private static final int MOST_CONNECTIONS = 512;
  private static final Http1Config HEAD =
      Http1Config.custom().setMaxLineLength(64 * 1024).setMaxHeaderCount(200).build();

  private Clients() {}

  /** A client that asks the hosts that this finds, and no others. */
  static HttpClientBuilder of(DnsResolver hosts, FetchLimits limits, String userAgent) {
    ConnectionConfig connection =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(limits.connect()))
            .setSocketTimeout(Timeout.of(limits.whole()))
            .build();
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(hosts)
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder().http1Config(HEAD).build())
                .setDefaultConnectionConfig(connection)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .build())
        // A server may end an idle connection without a word, and the next request on it would
        // fail.
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setUserAgent(userAgent)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching();
  }

  /** Finds all hosts, or those of the public internet alone. */
  static DnsResolver hosts(boolean allowPrivate) {
    return allowPrivate ? SystemDefaultDnsResolver.INSTANCE : new PublicAddresses();
  }

  /** A thread that ends what takes too long. */
  static ScheduledExecutorService alarms(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }
}
