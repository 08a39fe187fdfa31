package io.wirewatch.ingest.web;

import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.web.FetchFailedException.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.utils.URIUtils;

/**
 * Reads web addresses, within bounds: http and https, at most 5 redirects, 200 lines of head of 64
 * KiB, 16 MiB after decompression, 10 s to connect, 30 s for everything. Only hosts on the public
 * internet are asked, redirects' among them, unless private ones are allowed. Thread-safe.
 */
public final class Fetcher implements AutoCloseable {
  /** How we name ourselves where nobody says who runs us. */
  public static final String PRODUCT = "wirewatch/0.1";

  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final int MOST_REDIRECTS = 5;
  private static final Pattern USER =
      Pattern.compile("^(\\s*https?://)[^/?#]*@", Pattern.CASE_INSENSITIVE);
  private final CloseableHttpClient client;
  private final FetchLimits limits;
  private final FetchSettings settings;
  private final DnsResolver hosts;
  private final ScheduledExecutorService alarms = Clients.alarms("fetch-alarm");

  /** A fetcher; {@code allowPrivate} lets it ask this machine and its network too. */
  public Fetcher(boolean allowPrivate) {
    this(FetchSettings.plain(allowPrivate));
  }

  /** A fetcher with settings. */
  public Fetcher(FetchSettings settings) {
    this(settings, Clients.hosts(settings.allowPrivate()), FetchLimits.USUAL);
  }

  Fetcher(boolean allowPrivate, FetchLimits limits) {
    this(FetchSettings.plain(allowPrivate), Clients.hosts(allowPrivate), limits);
  }

  Fetcher(DnsResolver hosts, FetchLimits limits) {
    this(FetchSettings.plain(false), hosts, limits);
  }

  Fetcher(FetchSettings settings, DnsResolver hosts, FetchLimits limits) {
    this.settings = settings;
    this.hosts = hosts;
    this.limits = limits;
    client =
        Clients.of(new WithProxies(hosts, settings.proxyHosts()), limits, settings.userAgent())
            .setRoutePlanner(new ProxyRoutes())
            .build();
  }

  /**
   * Reads an address, following redirects.
   *
   * @throws UnusableInputException where it cannot be asked, does not answer in time, or answers
   *     something else than 200
   */
  public Fetched fetch(String address) throws UnusableInputException {
    Deadline deadline = new Deadline();
    ScheduledFuture<?> alarm = alarm(deadline);
    try {
      URI next = WebAddress.of(address);
      for (int asked = 0; asked <= MOST_REDIRECTS; asked++) {
        WebAnswer answer = ask(new WebRequest(next, Map.of(), null), deadline);
        if (answer.redirect().isEmpty()) {
          return fetched(answer);
        }
        next = redirected(answer);
      }
      throw new UnusableInputException("redirects more than " + MOST_REDIRECTS + " times");
    } catch (FetchFailedException failed) {
      throw new UnusableInputException(String.valueOf(failed.getMessage()), failed)
          .of(told(address));
    } catch (UnusableInputException failed) {
      throw failed.of(told(address));
    } finally {
      alarm.cancel(false);
    }
  }

  private static Fetched fetched(WebAnswer answer) throws UnusableInputException {
    if (answer.status() != 200) {
      throw new UnusableInputException(
          "cannot be read: answered " + answer.status() + "; is the address right?");
    }
    return new Fetched(answer.content(), answer.address().toString(), answer.charset());
  }

  /**
   * Asks once, and follows no redirect.
   *
   * @throws FetchFailedException where it cannot be asked, or does not answer in time and bounds
   */
  public WebAnswer ask(WebRequest request) throws FetchFailedException {
    Deadline deadline = new Deadline();
    ScheduledFuture<?> alarm = alarm(deadline);
    try {
      return ask(request, deadline);
    } finally {
      alarm.cancel(false);
    }
  }

  /**
   * Where an answer that redirects wants us to ask.
   *
   * @throws FetchFailedException where that is no web address
   */
  public static URI redirected(WebAnswer answer) throws FetchFailedException {
    try {
      URI location = WebAddress.reference(answer.redirect().orElse(""));
      return WebAddress.of(URIUtils.resolve(answer.address(), location).toString());
    } catch (UnusableInputException other) {
      throw new FetchFailedException(Kind.REDIRECT, other.reason());
    } catch (IllegalArgumentException rubbish) {
      // Not as a cause: its message may hold a password.
      throw new FetchFailedException(Kind.REDIRECT, "cannot be read: redirects to rubbish");
    }
  }

  private ScheduledFuture<?> alarm(Deadline deadline) {
    return alarms.schedule(deadline::pass, limits.whole().toMillis(), TimeUnit.MILLISECONDS);
  }

  private WebAnswer ask(WebRequest request, Deadline deadline) throws FetchFailedException {
    HttpGet get = new HttpGet(request.address());
    request.headers().forEach(get::setHeader);
    try {
      checkHost(request);
      deadline.guard(get);
      return client.execute(
          get,
          ProxyRoutes.through(request.proxy()),
          response -> Answers.read(request.address(), response, MOST_BYTES));
    } catch (IOException | TimeoutException failed) {
      throw deadline.explain(failed);
    }
  }

  /** A proxy finds hosts itself, and would let us ask our own network; so would its name. */
  private void checkHost(WebRequest request) throws IOException {
    String host = request.address().getHost();
    boolean isProxy = settings.proxyHosts().contains(host.toLowerCase(Locale.ROOT));
    if (request.proxy() == null && !isProxy) {
      return;
    }
    try {
      hosts.resolve(host);
    } catch (PublicAddresses.NotPublicException hidden) {
      throw hidden;
    } catch (UnknownHostException onlyTheProxyKnows) {
      if (request.proxy() == null) {
        throw onlyTheProxyKnows;
      }
    }
  }

  /** The address that a text is; empty where it is none that {@link #ask} can be asked for. */
  public static Optional<URI> address(String text) {
    try {
      return Optional.of(WebAddress.of(text));
    } catch (UnusableInputException none) {
      return Optional.empty();
    }
  }

  /** An address as it may be shown: without name and password. */
  public static String told(String address) {
    return USER.matcher(address).replaceFirst("$1");
  }

  @Override
  public void close() {
    alarms.shutdownNow();
    try {
      client.close();
    } catch (IOException closing) {
      throw new java.io.UncheckedIOException(closing);
    }
  }
}
