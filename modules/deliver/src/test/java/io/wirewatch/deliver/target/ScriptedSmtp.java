package io.wirewatch.deliver.target;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on loopback that answers commands as it is told; what it is not told it takes. */
final class ScriptedSmtp implements AutoCloseable {
  /** What it says after the mail. */
  static final String MAIL = "<mail>";

  /** It says nothing more, and keeps the line open. */
  static final String SILENCE = "<silence>";

  private final ServerSocket server;
  private final Map<String, String> replies = new ConcurrentHashMap<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  ScriptedSmtp() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    daemon(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** To commands that begin so. */
  ScriptedSmtp answers(String command, String reply) {
    replies.put(command, reply);
    return this;
  }

  List<String> commands(String beginning) {
    return commands.stream().filter(command -> command.startsWith(beginning)).toList();
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
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      say(connection, replies.getOrDefault("", "220 loopback ESMTP"));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        commands.add(line);
        if (line.equals("DATA") && !replies.containsKey("DATA")) {
          say(connection, "354 go on");
          while (!".".equals(in.readLine())) {
            // The mail itself is looked at with a whole server.
          }
          say(connection, replies.getOrDefault(MAIL, "250 taken"));
        } else {
          say(connection, reply(line));
        }
      }
    } catch (IOException over) {
      // The other side went away.
    }
  }

  private String reply(String line) {
    return replies.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty() && line.startsWith(entry.getKey()))
        .map(entry -> entry.getValue().replace("$LINE", line))
        .findFirst()
        .orElse("250 fine");
  }

  private static void say(Socket connection, String reply) throws IOException {
    if (!reply.equals(SILENCE)) {
      connection.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "scripted-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : open) {
      connection.close();
    }
  }
}
