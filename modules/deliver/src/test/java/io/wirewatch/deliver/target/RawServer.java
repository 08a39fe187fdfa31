package io.wirewatch.deliver.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;

/**
 * A server on loopback that reads a request's head and then does with the connection as it likes.
 */
final class RawServer implements AutoCloseable {
  private final ServerSocket server;
  private final Misbehaviour behaviour;
  private final CopyOnWriteArrayList<Socket> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** What it does with a connection after the first bytes of a request. */
  interface Misbehaviour {
    void with(Socket connection, RawServer server) throws IOException, InterruptedException;
  }

  RawServer(Misbehaviour behaviour) {
    this(ServerSocketFactory.getDefault(), behaviour);
  }

  RawServer(ServerSocketFactory sockets, Misbehaviour behaviour) {
    this.behaviour = behaviour;
    try {
      server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    daemon(this::accept);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
  }

  int port() {
    return server.getLocalPort();
  }

  /** Until the test is over. */
  void hang() throws InterruptedException {
    closing.await();
  }

  static void write(Socket connection, String text) throws IOException {
    OutputStream out = connection.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** Closes it so that the other side is told of a reset. */
  static void reset(Socket connection) throws IOException {
    connection.setSoLinger(true, 0);
    connection.close();
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        open.add(connection);
        daemon(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try {
      InputStream in = connection.getInputStream();
      if (in.read(new byte[64 * 1024]) > 0) {
        behaviour.with(connection, this);
      }
    } catch (IOException | InterruptedException over) {
      // The other side went away, which is what most of this is about.
    }
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    server.close();
    for (Socket connection : open) {
      connection.close();
    }
  }
}
