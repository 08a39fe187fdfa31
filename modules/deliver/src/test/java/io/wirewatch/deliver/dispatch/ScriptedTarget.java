package io.wirewatch.deliver.dispatch;

import io.wirewatch.deliver.target.Message;
import io.wirewatch.deliver.target.Target;
import io.wirewatch.deliver.target.TargetSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A target that answers as a test says, and remembers what it was told. */
final class ScriptedTarget implements TargetSpec {
  static final Target.Answer TAKEN = new Target.Answer.Taken("taken", Optional.empty());

  private final String name;
  private final Script script;
  private final Updates updates;
  private final List<Told> told = new CopyOnWriteArrayList<>();

  /** What it answers. */
  interface Script {
    Target.Answer answer(Message message, int before) throws InterruptedException;
  }

  /** An attempt. */
  record Told(Message message, long atNanos) {}

  ScriptedTarget(String name, Updates updates, Script script) {
    this.name = name;
    this.updates = updates;
    this.script = script;
  }

  static ScriptedTarget willing(String name) {
    return new ScriptedTarget(name, Updates.ALL, (message, before) -> TAKEN);
  }

  static Target.Answer later(Duration asked) {
    return new Target.Answer.Later("come back later", Optional.of(asked));
  }

  static Target.Answer later() {
    return new Target.Answer.Later("out of order", Optional.empty());
  }

  List<Told> told() {
    return told;
  }

  /** Ids of the messages that it was told, in order, each attempt. */
  List<String> ids() {
    return told.stream().map(one -> one.message().id()).toList();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Updates updates() {
    return updates;
  }

  @Override
  public Duration timeout() {
    return Duration.ofSeconds(5);
  }

  @Override
  public Target open(Clock clock) {
    return new Target() {
      @Override
      public Answer send(Message message) throws InterruptedException {
        int before;
        synchronized (told) {
          before = told.size();
          told.add(new Told(message, System.nanoTime()));
        }
        return script.answer(message, before);
      }

      @Override
      public void close() {
        // It holds nothing.
      }
    };
  }
}
