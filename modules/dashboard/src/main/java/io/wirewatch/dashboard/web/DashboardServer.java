package io.wirewatch.dashboard.web;

import com.sun.net.httpserver.HttpExchange;
import io.wirewatch.contract.http.AllowedHosts;
import io.wirewatch.contract.http.BoundedServer;
import io.wirewatch.contract.http.Deadline;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;

/**
 * Answers browsers: files of the page, and what the routes say. A request has to call it by one of
 * its {@linkplain AllowedHosts names}, and to be here within 30 seconds.
 */
public final class DashboardServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_REQUESTS = 64;
  private static final String FULL =
      "as many pages are open as dashboard.streams allows: close one, or raise it";

  private final Site site;
  private final AllowedHosts hosts;
  private final Answering answering;
  private final Semaphore streams;
  private final BoundedServer server;

  /**
   * Where it is, and what it is called.
   *
   * @param address where to listen; port 0 for any that is free
   * @param names by which it may be called beside the usual ones
   * @param others who answer at a path of their own, by that path; they let in whom they want
   * @param version told to the page
   */
  public record Site(
      InetSocketAddress address,
      Set<String> names,
      Map<String, BoundedServer.Handler> others,
      String version) {

    /** Copies. */
    public Site {
      names = Set.copyOf(names);
      others = Map.copyOf(others);
    }
  }

  /**
   * Listens from now on.
   *
   * @param mostStreams replies that flow at once, at most
   * @throws IOException where the address cannot be had, such as a port in use
   */
  public DashboardServer(Site site, int mostStreams, Door door, List<Route> routes)
      throws IOException {
    this.site = site;
    this.hosts = new AllowedHosts(site.address(), site.names());
    this.answering = new Answering(routes, door, site.version());
    this.streams = new Semaphore(mostStreams);
    this.server =
        new BoundedServer(site.address(), MOST_REQUESTS + mostStreams, PATIENCE, this::handle);
  }

  private void handle(HttpExchange exchange, ScheduledFuture<?> arrival, Deadline deadline)
      throws IOException {
    Body body = new Body(exchange, arrival);
    OptionalInt refused = hosts.refusal(exchange.getRequestHeaders());
    BoundedServer.Handler other = site.others().get(exchange.getRequestURI().getPath());
    if (refused.isPresent()) {
      String told = "this server has another name; --allow-host gives it more";
      body.drain();
      send(exchange, Reply.error(refused.getAsInt(), told), deadline);
    } else if (other != null) {
      Sending.always(exchange.getResponseHeaders());
      other.handle(exchange, arrival);
    } else {
      Reply reply = answering.reply(exchange, body);
      body.drain();
      send(exchange, reply, deadline);
    }
  }

  private void send(HttpExchange exchange, Reply reply, Deadline deadline) throws IOException {
    if (reply instanceof Reply.Whole whole) {
      Sending.send(exchange, whole);
    } else if (reply instanceof Reply.Packed packed) {
      Sending.send(exchange, packed);
    } else if (reply instanceof Reply.Flowing flowing && streams.tryAcquire()) {
      try {
        Sending.flow(exchange, flowing, deadline, () -> answering.mayStay(exchange));
      } finally {
        streams.release();
      }
    } else {
      send(exchange, Reply.error(503, FULL), deadline);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** Takes no more requests; those under way have a second to end. */
  @Override
  public void close() {
    server.close();
  }
}
