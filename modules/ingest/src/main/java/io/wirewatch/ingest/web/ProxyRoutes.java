package io.wirewatch.ingest.web;

import java.net.URI;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Routes through the proxy that a request names; else straight on. */
final class ProxyRoutes extends DefaultRoutePlanner {
  private static final String PROXY = "wirewatch.proxy";

  ProxyRoutes() {
    super(DefaultSchemePortResolver.INSTANCE);
  }

  /** The context of a request through that proxy, or through none. */
  static HttpClientContext through(@Nullable URI proxy) {
    HttpClientContext context = HttpClientContext.create();
    if (proxy != null) {
      context.setAttribute(PROXY, new HttpHost(proxy.getHost(), proxy.getPort()));
    }
    return context;
  }

  @Override
  protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
    return (HttpHost) context.getAttribute(PROXY);
  }
}
