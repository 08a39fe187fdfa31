package io.wirewatch.observe;

import io.wirewatch.contract.Setting;
import java.util.List;
import java.util.OptionalInt;

/** What can be set of metrics, health and traces. */
public final class ObserveSettings {

  /** Where {@code up} serves metrics if nothing else is said. */
  public static final int USUAL_PORT = 9464;

  /** The port of metrics and health; nothing where none is set. */
  public static final Setting<Port> METRICS_PORT =
      new Setting<>(
          "metrics.port",
          "",
          "a port, 0 for any that is free, or off",
          "Where /metrics, /health/live and /health/ready are served. Where it is not set: up on 9464 if that is free, stages nowhere.",
          Port::parse);

  /** The address that they listen on. */
  public static final Setting<String> METRICS_HOST =
      Setting.text(
          "metrics.host",
          "127.0.0.1",
          "an address of this machine",
          "Address that metrics and health listen on. Whoever reaches it reads them.");

  /** Names that requests may give. */
  public static final Setting<String> METRICS_NAMES =
      Setting.text(
          "metrics.names",
          "",
          "names, with commas between",
          "Names with a dot that requests for metrics may give in Host, beside localhost and the address.");

  /** Where spans are sent. */
  public static final Setting<String> TRACES_ENDPOINT =
      Setting.text(
          "traces.endpoint",
          "",
          "an http or https address, or nothing for no traces",
          "Where traces are sent to, as OTLP over HTTP, such as http://127.0.0.1:4318/v1/traces.");

  /** How many articles are traced. */
  public static final Setting<Integer> TRACES_PERCENT =
      Setting.count(
          "traces.percent",
          100,
          new Setting.Range(0, 100, "percent"),
          "Of which share of articles a trace is kept; decided where they are published.");

  private ObserveSettings() {}

  /**
   * A port, if there is to be one.
   *
   * @param isSet whether somebody chose
   * @param number empty for none
   */
  public record Port(boolean isSet, OptionalInt number) {
    private static final int MOST = 65_535;

    private static Port parse(String text) {
      if (text.isEmpty()) {
        return new Port(false, OptionalInt.empty());
      }
      if (text.equals("off")) {
        return new Port(true, OptionalInt.empty());
      }
      int number = Integer.parseInt(text);
      if (number < 0 || number > MOST) {
        throw new IllegalArgumentException("no port");
      }
      return new Port(true, OptionalInt.of(number));
    }
  }

  /** All of them, in the order of the documentation. */
  public static List<Setting<?>> settings() {
    return List.of(METRICS_PORT, METRICS_HOST, METRICS_NAMES, TRACES_ENDPOINT, TRACES_PERCENT);
  }
}
