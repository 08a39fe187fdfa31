package io.wirewatch.deliver.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/** Makes plain sockets that can all be closed at once, whoever waits in them. */
final class TrackedSockets extends SocketFactory {
  private final Set<Socket> all = ConcurrentHashMap.newKeySet();

  @Override
  public Socket createSocket() {
    Socket socket = new Socket();
    all.removeIf(Socket::isClosed);
    all.add(socket);
    return socket;
  }

  void close() {
    for (Socket socket : all) {
      try {
        socket.close();
      } catch (IOException broken) {
        // It is of no use any more, which is what was wanted.
      }
    }
    all.clear();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw new IOException("sockets are made first and connected then");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(host.getHostName(), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }
}
