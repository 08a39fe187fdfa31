package io.wirewatch.journey.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What happens to brokers. */
final class BrokerFaults {
  private BrokerFaults() {}

  /** {@code kill -9} of one; it comes back ten to twenty seconds later. */
  static final class Killed implements Scenario {
    @Override
    public void play(Trial trial) throws InterruptedException {
      Child broker = trial.theatre().brokers().broker(trial.anyBroker());
      trial.fault();
      broker.kill();
      trial.pause(Duration.ofSeconds(10));
      broker.start();
      trial.theatre().awaitWhole();
    }

    @Override
    public int flowSeconds() {
      return 50;
    }
  }

  /** All brokers, then all instances of stages are ended and started again, one at a time. */
  static final class Rolling implements Scenario {
    @Override
    public void play(Trial trial) throws InterruptedException {
      for (int i = 0; i < Brokers.COUNT; i++) {
        Child broker = trial.theatre().brokers().broker(i);
        trial.fault();
        broker.end();
        broker.start();
        trial.theatre().awaitWhole();
      }
      for (Child stage : trial.theatre().stages()) {
        trial.fault();
        stage.end();
        stage.awaitAlive();
        trial.pause(Duration.ofSeconds(3));
      }
    }

    @Override
    public int flowSeconds() {
      return 90;
    }
  }

  /** The disk of one fills up; later there is room again, and the broker is started again. */
  static final class FullDisk implements Scenario {
    static final int BROKER = 2;
    private static final int BLOCK_BYTES = 1 << 16;

    @Override
    public void play(Trial trial) throws InterruptedException {
      Path data = trial.theatre().brokers().data(BROKER);
      Child broker = trial.theatre().brokers().broker(BROKER);
      Path ballast = data.resolve("ballast");
      trial.fault();
      fill(ballast);
      Trial.sleep(Duration.ofSeconds(20));
      if (broker.isAlive()) {
        broker.end();
      }
      delete(ballast);
      broker.start();
      trial.theatre().awaitWhole();
    }

    @Override
    public int flowSeconds() {
      return 60;
    }

    @Override
    public boolean needsSmallDisk() {
      return true;
    }

    private static void fill(Path ballast) {
      try (OutputStream out = Files.newOutputStream(ballast)) {
        while (true) {
          out.write(new byte[BLOCK_BYTES]);
        }
      } catch (IOException full) {
        // That is what was wanted.
      }
    }

    private static void delete(Path ballast) {
      try {
        Files.delete(ballast);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
