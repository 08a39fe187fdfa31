package io.wirewatch.ingest.websub;

import io.wirewatch.contract.http.BoundedServer;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.web.FormPoster;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Subscribes to hubs and takes what they bring. Each subscription has a path that cannot be guessed
 * and a secret of its own; what is not signed with it is dropped. Nothing is kept over a restart: a
 * source is subscribed anew, and what an old hub's request then finds is 404, until its lease ends.
 * Thread-safe.
 */
public final class WebSubSubscriber implements AutoCloseable {
  private final WebSubConfig config;
  private final FormPoster hubs;
  private final Clock clock;
  private final Subscriptions subscriptions = new Subscriptions();
  private final WebSubCounts counts = new WebSubCounts();
  private final SecureRandom random = new SecureRandom();
  private final BoundedServer server;

  /**
   * Listens from now on.
   *
   * @param hubs asks them; stays open
   * @throws IOException where the address cannot be had, such as a port in use
   */
  public WebSubSubscriber(WebSubConfig config, Delivery delivery, FormPoster hubs, Clock clock)
      throws IOException {
    this.config = config;
    this.hubs = hubs;
    this.clock = clock;
    this.server =
        new BoundedServer(
            config.address(),
            config.mostRequests(),
            config.patience(),
            new CallbackHandler(config, subscriptions, delivery, counts, clock));
  }

  /**
   * Wants what is new of a source to be brought, and asks its hub where that was not done. To be
   * called whenever the source named its hub; another hub or topic takes the place of the old one.
   */
  public void want(String source, HubLinks links) {
    Optional<Subscription> had = subscriptions.of(source);
    if (had.isPresent() && had.get().links().equals(links)) {
      return;
    }
    had.ifPresent(this::end);
    Subscription subscription = new Subscription(source, links, random);
    subscriptions.add(subscription);
    subscribe(subscription);
  }

  /** Renews what is due, and asks again where a hub did not verify. To be called every minute. */
  public void renew() {
    Instant now = clock.instant();
    subscriptions.all().stream().filter(each -> each.isDue(now)).forEach(this::subscribe);
    // A hub that never verifies that we left forgets us when the lease ends.
    subscriptions.leaving().stream()
        .filter(each -> !each.isActive(now))
        .forEach(subscriptions::remove);
  }

  /** Wants no more of a source. */
  public void unwant(String source) {
    subscriptions.of(source).ifPresent(this::end);
  }

  private void end(Subscription subscription) {
    subscriptions.leave(subscription);
    ask(subscription, "unsubscribe", Map.of());
  }

  private void subscribe(Subscription subscription) {
    subscription.requested(clock.instant());
    ask(
        subscription,
        "subscribe",
        Map.of(
            "hub.secret", subscription.secret(),
            "hub.lease_seconds", Long.toString(config.lease().toSeconds())));
  }

  private void ask(Subscription subscription, String mode, Map<String, String> more) {
    Map<String, String> form = new HashMap<>(more);
    form.put("hub.mode", mode);
    form.put("hub.topic", subscription.links().topic());
    form.put("hub.callback", callback(subscription));
    try {
      int status = hubs.post(subscription.links().hub(), form);
      if (status < 200 || status > 299) {
        subscription.failed("the hub answered " + status);
      }
    } catch (UnusableInputException failed) {
      subscription.failed("the hub " + failed.reason());
    }
  }

  private String callback(Subscription subscription) {
    String base = config.callback().toString();
    return (base.endsWith("/") ? base : base + "/") + subscription.path();
  }

  /** How a source's subscription stands; empty where there is none. */
  public Optional<SubscriptionStatus> status(String source) {
    return subscriptions.of(source).map(each -> each.status(clock.instant()));
  }

  /** Sources that a hub brings, sorted. */
  public List<String> active() {
    Instant now = clock.instant();
    return subscriptions.all().stream()
        .filter(each -> each.isActive(now))
        .map(Subscription::source)
        .sorted()
        .toList();
  }

  /** What came. */
  public WebSubCounts counts() {
    return counts;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** Takes no more; subscriptions end with their leases. */
  @Override
  public void close() {
    server.close();
  }
}
