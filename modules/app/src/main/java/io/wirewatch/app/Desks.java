package io.wirewatch.app;

import io.wirewatch.contract.Settings;
import io.wirewatch.dashboard.Dashboard;
import io.wirewatch.embedded.PortInUseException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The dashboard, opened such that a taken port is told as any other, and watched as a stage is. */
final class Desks {
  private Desks() {}

  static Dashboard start(Settings settings, Dashboard.Front front, Dashboard.Knowledge knowledge) {
    try {
      return Dashboard.start(settings, front, knowledge, Clock.systemUTC());
    } catch (IOException taken) {
      throw new PortInUseException(front.site().address().getPort(), taken);
    }
  }

  /** What is made when it is first asked for, and the same afterwards. */
  static <V> Supplier<V> once(Supplier<V> maker) {
    CompletableFuture<V> made = new CompletableFuture<>();
    AtomicBoolean begun = new AtomicBoolean();
    return () -> {
      if (begun.compareAndSet(false, true)) {
        made.completeAsync(maker);
      }
      return made.join();
    };
  }

  /** Where its page is. */
  static String url(Dashboard dashboard) {
    String host = dashboard.address().getAddress().getHostAddress();
    return "http://%s:%d/"
        .formatted(host.contains(":") ? "[" + host + "]" : host, dashboard.address().getPort());
  }

  static StageRun.Work work(Dashboard dashboard) {
    return new StageRun.Work() {
      @Override
      public Optional<Throwable> failure() {
        return dashboard.failure();
      }

      @Override
      public boolean isWorking(Duration within) {
        return dashboard.isWorking(within);
      }
    };
  }
}
