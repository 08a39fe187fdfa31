package io.wirewatch.ingest.poll;

import io.wirewatch.ingest.web.FetchFailedException;
import io.wirewatch.ingest.web.WebAnswer;
import io.wirewatch.ingest.web.WebRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** A web that answers what a test says: what comes last at an address, for ever. */
final class ScriptedWeb implements Web {
  private final Map<String, Queue<Line>> script = new HashMap<>();
  private final List<WebRequest> asked = new ArrayList<>();

  /** One answer; of a failure, its kind. */
  record Line(int status, Map<String, String> headers, String body) {}

  ScriptedWeb says(String address, int status, Map<String, String> headers, String body) {
    script
        .computeIfAbsent(address, none -> new ArrayDeque<>())
        .add(new Line(status, headers, body));
    return this;
  }

  /** From now on this, whatever was said before. */
  void now(String address, String body) {
    script.remove(address);
    says(address, 200, Map.of(), body);
  }

  ScriptedWeb fails(String address, FetchFailedException.Kind kind) {
    return says(address, -1, Map.of(), kind.name());
  }

  List<WebRequest> asked() {
    return asked;
  }

  List<String> addresses() {
    return asked.stream().map(request -> request.address().toString()).toList();
  }

  WebRequest last() {
    return asked.get(asked.size() - 1);
  }

  @Override
  public WebAnswer ask(WebRequest request) throws FetchFailedException {
    asked.add(request);
    Queue<Line> lines = script.get(request.address().toString());
    if (lines == null) {
      return new WebAnswer(request.address(), 404, Map.of(), new byte[0]);
    }
    Line line = lines.size() > 1 ? lines.remove() : lines.element();
    if (line.status() < 0) {
      throw new FetchFailedException(
          FetchFailedException.Kind.valueOf(line.body()), "does not work");
    }
    return new WebAnswer(
        request.address(),
        line.status(),
        line.headers(),
        line.body().getBytes(StandardCharsets.UTF_8));
  }
}
