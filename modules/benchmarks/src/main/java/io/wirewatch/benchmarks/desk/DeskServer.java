package io.wirewatch.benchmarks.desk;

import com.sun.management.OperatingSystemMXBean;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.Settings;
import io.wirewatch.dashboard.Dashboard;
import io.wirewatch.dashboard.web.DashboardServer;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.why.Groups;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A desk in this process, on loopback, with what it takes to run. */
public final class DeskServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofMillis(5);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Dashboard dashboard;
  private final Effort loading;
  private final double heapMegabytes;

  /**
   * What something took.
   *
   * @param millis on the clock
   * @param busyMillis of all processors, in this process
   */
  public record Effort(double millis, double busyMillis) {}

  /**
   * A reply of {@code /api/picture}.
   *
   * @param bytes as they are sent
   */
  public record Taken(Effort effort, int bytes) {}

  private DeskServer(Settings settings, Clock clock) throws IOException {
    double before = usedMegabytes();
    Moment begin = Moment.now();
    dashboard = Dashboard.start(settings, front(settings, clock), knowledge(), clock);
    awaitLoaded();
    loading = begin.since();
    heapMegabytes = usedMegabytes() - before;
  }

  /**
   * Starts one, and waits until it has read the topics.
   *
   * @throws IOException where it cannot listen
   */
  public static DeskServer start(Settings settings, Clock clock) throws IOException {
    return new DeskServer(settings, clock);
  }

  private static Dashboard.Front front(Settings settings, Clock clock) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new Dashboard.Front(
        new DashboardServer.Site(address, Set.of(), Map.of(), "benchmark"),
        Dashboard.door(settings, address, clock, said -> {}));
  }

  private static Dashboard.Knowledge knowledge() {
    return new Dashboard.Knowledge(
        new Groups("enrich", "incidents", "dispatch"),
        () -> RuleSet.of(List.of()),
        Annotator::bundled);
  }

  private void awaitLoaded() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!dashboard.isWorking(Duration.ZERO)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the desk has not read its topics in " + PATIENCE);
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private record Moment(long nanos, long busyNanos) {
    static Moment now() {
      return new Moment(System.nanoTime(), process().getProcessCpuTime());
    }

    Effort since() {
      Moment now = now();
      return new Effort((now.nanos - nanos) / 1e6, (now.busyNanos - busyNanos) / 1e6);
    }

    private static OperatingSystemMXBean process() {
      return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }
  }

  private static double usedMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }

  /** From its start until its picture was whole. */
  public Effort loading() {
    return loading;
  }

  /** What it holds then, after a collection. */
  public double heapMegabytes() {
    return heapMegabytes;
  }

  /** Where its page is; ends with a slash. */
  public String address() {
    InetSocketAddress at = dashboard.address();
    return "http://%s:%d/".formatted(at.getAddress().getHostAddress(), at.getPort());
  }

  /**
   * Asks for the picture.
   *
   * @param query behind the path, such as {@code ?brief=yes}; may be empty
   * @throws IOException where there is no answer
   */
  public Taken picture(String query, boolean isPacked) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + "api/picture" + query));
    if (isPacked) {
      request.header("Accept-Encoding", "gzip");
    }
    Moment begin = Moment.now();
    try {
      int bytes = client.send(request.build(), BodyHandlers.ofByteArray()).body().length;
      return new Taken(begin.since(), bytes);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    dashboard.close();
  }
}
