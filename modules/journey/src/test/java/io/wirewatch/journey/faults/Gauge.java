package io.wirewatch.journey.faults;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Looks into another JVM of this machine: what it holds after a collection of its garbage. */
final class Gauge implements AutoCloseable {
  private final Path process;
  private final Path store;
  private final JMXConnector connection;
  private final MemoryMXBean memory;

  /**
   * Attaches.
   *
   * @param store the directory of what it keeps on disk
   */
  @SuppressWarnings("BanJNDI") // The process is one of the harness's own.
  Gauge(long pid, Path store) {
    this.process = Path.of("/proc", Long.toString(pid));
    this.store = store;
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      JMXServiceURL address = new JMXServiceURL(machine.startLocalManagementAgent());
      machine.detach();
      connection = JMXConnectorFactory.connect(address);
      memory =
          ManagementFactory.newPlatformMXBeanProxy(
              connection.getMBeanServerConnection(),
              ManagementFactory.MEMORY_MXBEAN_NAME,
              MemoryMXBean.class);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (AttachNotSupportedException foreign) {
      throw new IllegalStateException("not a JVM like this one: " + pid, foreign);
    }
  }

  /** What it holds now. */
  Sample sample(double atHours) {
    memory.gc();
    return new Sample(
        atHours,
        memory.getHeapMemoryUsage().getUsed() / 1048576.0,
        status("VmRSS") / 1024.0,
        status("Threads"),
        entries(process.resolve("fd")),
        bytes(store) / 1048576.0);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (IOException gone) {
      // Nothing to close, then.
    }
  }

  private double status(String name) {
    try {
      return Files.readAllLines(process.resolve("status")).stream()
          .filter(line -> line.startsWith(name + ":"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static long entries(Path directory) {
    try (Stream<Path> all = Files.list(directory)) {
      return all.count();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static long bytes(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.mapToLong(Gauge::size).sum();
    } catch (IOException | UncheckedIOException changing) {
      return 0;
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (NoSuchFileException compacted) {
      return 0;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
