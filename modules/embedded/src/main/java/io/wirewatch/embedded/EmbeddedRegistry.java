package io.wirewatch.embedded;

import com.sun.net.httpserver.HttpServer;
import io.wirewatch.contract.http.AllowedHosts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A schema registry that speaks Confluent's REST API for Avro. What was registered outlives it in a
 * file.
 */
public final class EmbeddedRegistry implements AutoCloseable {
  private static final int MOST_THREADS = 256;

  private final HttpServer server;
  private final ExecutorService threads;

  private EmbeddedRegistry(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Starts a registry on loopback; port 0 is any that is free. */
  public static EmbeddedRegistry start(Path directory, int port) {
    return start(
        directory, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), Set.of());
  }

  /**
   * Starts a registry.
   *
   * @param directory where it keeps its log of schemas
   * @param address where it listens; whoever reaches it can register
   * @param hosts names that requests may call it, beside those of {@link AllowedHosts}
   * @throws PortInUseException where another process listens there
   */
  public static EmbeddedRegistry start(
      Path directory, InetSocketAddress address, Set<String> hosts) {
    SchemaCatalogue catalogue =
        new SchemaCatalogue(new CatalogueLog(directory.resolve("schemas.jsonl")));
    try {
      HttpServer server = HttpServer.create(address, 0);
      // The JDK's server reads the head of a request on such a thread, and it may not come.
      ExecutorService threads =
          new ThreadPoolExecutor(
              1,
              MOST_THREADS,
              30,
              TimeUnit.SECONDS,
              new SynchronousQueue<>(),
              EmbeddedRegistry::daemon);
      server.setExecutor(threads);
      server.createContext("/", new RegistryHandler(catalogue, new AllowedHosts(address, hosts)));
      server.start();
      return new EmbeddedRegistry(server, threads);
    } catch (BindException taken) {
      throw new PortInUseException(address.getPort(), taken);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Its address, for {@code schema.registry.url}. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "schema-registry");
    thread.setDaemon(true);
    return thread;
  }
}
