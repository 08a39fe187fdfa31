package io.wirewatch.app;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.wirewatch.contract.Settings;
import io.wirewatch.observe.ObserveSettings;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Where traces go: to a collector that speaks OTLP over HTTP, in the background. What it does not
 * take is dropped; no article waits for it.
 */
final class Tracing implements AutoCloseable {
  private static final Duration MOST_FOR_SENDING = Duration.ofSeconds(3);
  // Held, or it would be collected with its handler.
  private static final Logger THEIRS = Logger.getLogger("io.opentelemetry");

  private final @Nullable OpenTelemetrySdk sdk;

  private Tracing(@Nullable OpenTelemetrySdk sdk) {
    this.sdk = sdk;
  }

  /** What the settings say; nothing where they name no collector. */
  static Tracing of(Settings settings, String name) {
    String endpoint = settings.value(ObserveSettings.TRACES_ENDPOINT);
    double share = settings.value(ObserveSettings.TRACES_PERCENT) / 100.0;
    return new Tracing(endpoint.isEmpty() ? null : sdk(legal(endpoint), name, share));
  }

  /** Null where nobody is told. */
  @Nullable OpenTelemetry telemetry() {
    return sdk;
  }

  private static OpenTelemetrySdk sdk(String endpoint, String name, double share) {
    THEIRS.setUseParentHandlers(false);
    if (THEIRS.getHandlers().length == 0) {
      THEIRS.addHandler(new ToOurLog());
    }
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder().setEndpoint(endpoint).setTimeout(MOST_FOR_SENDING).build();
    Resource resource =
        Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "wirewatch-" + name));
    return OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder()
                .setResource(resource)
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
                .addSpanProcessor(
                    BatchSpanProcessor.builder(exporter)
                        .setExporterTimeout(MOST_FOR_SENDING)
                        .build())
                .build())
        .build();
  }

  private static String legal(String endpoint) {
    Refusal wrong =
        new Refusal(
            "traces.endpoint takes an http or https address without a user, such as http://127.0.0.1:4318/v1/traces");
    try {
      URI address = URI.create(endpoint);
      boolean isWeb = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (!isWeb || address.getHost() == null || address.getUserInfo() != null) {
        throw wrong;
      }
      return endpoint;
    } catch (IllegalArgumentException noAddress) {
      throw wrong;
    }
  }

  /** Their library writes to the JDK's log, and that to standard error. */
  private static final class ToOurLog extends Handler {
    @Override
    public void publish(LogRecord record) {
      if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
        LoggerFactory.getLogger(Tracing.class)
            .warn("{}: {}", record.getLoggerName(), record.getMessage());
      }
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  /** Sends what is left, within seconds. */
  @Override
  public void close() {
    if (sdk != null) {
      sdk.getSdkTracerProvider()
          .shutdown()
          .join(MOST_FOR_SENDING.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
