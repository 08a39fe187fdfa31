package io.wirewatch.dashboard.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Requests as bytes on a socket: no client of a library stands between, to put right what is wrong.
 */
final class Wire {
  private static final int PATIENCE_MILLIS = 20_000;

  private Wire() {}

  /** What came back; header names in small letters, the last where one came twice. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Answer(int status, Map<String, String> headers, byte[] body) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** A request in the making. */
  record Ask(String line, List<String> headers, String body) {
    static Ask of(String methodAndPath) {
      return new Ask(methodAndPath + " HTTP/1.1", List.of(), "");
    }

    Ask with(String header) {
      return new Ask(line, Stream.concat(headers.stream(), Stream.of(header)).toList(), body);
    }

    Ask json(String content) {
      return new Ask(line, headers, content).with("Content-Type: application/json");
    }

    private byte[] bytes() {
      byte[] content = body.getBytes(StandardCharsets.UTF_8);
      boolean namesHost = headers.stream().anyMatch(header -> header.startsWith("Host:"));
      String head =
          Stream.of(
                  Stream.of(line, "Connection: close"),
                  namesHost ? Stream.<String>of() : Stream.of("Host: localhost"),
                  content.length == 0
                      ? Stream.<String>of()
                      : Stream.of("Content-Length: " + content.length),
                  headers.stream())
              .flatMap(lines -> lines)
              .collect(Collectors.joining("\r\n", "", "\r\n\r\n"));
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
      all.writeBytes(content);
      return all.toByteArray();
    }
  }

  /** The whole answer. */
  static Answer answer(InetSocketAddress server, Ask ask) throws IOException {
    try (Socket socket = open(server, ask)) {
      return parsed(socket.getInputStream().readAllBytes());
    }
  }

  /** A connection on which that was asked. */
  static Socket open(InetSocketAddress server, Ask ask) throws IOException {
    Socket socket = new Socket(server.getAddress(), server.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.getOutputStream().write(ask.bytes());
    socket.getOutputStream().flush();
    return socket;
  }

  /** Reads until a text has come; everything up to then. */
  static String until(Socket socket, String awaited) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder read = new StringBuilder();
    while (read.indexOf(awaited) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("ended before '" + awaited + "': " + read);
      }
      read.append((char) next);
    }
    return read.toString();
  }

  private static Answer parsed(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = all.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Answer(0, Map.of(), new byte[0]);
    }
    String[] lines = all.substring(0, end).split("\r\n", -1);
    Map<String, String> headers = new TreeMap<>();
    for (int at = 1; at < lines.length; at++) {
      int colon = lines[at].indexOf(':');
      headers.put(
          lines[at].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[at].substring(colon + 1).strip());
    }
    int status = Integer.parseInt(lines[0].split(" ", -1)[1]);
    byte[] body = all.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
    return new Answer(status, headers, body);
  }
}
