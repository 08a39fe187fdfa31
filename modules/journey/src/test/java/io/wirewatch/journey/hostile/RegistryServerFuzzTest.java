package io.wirewatch.journey.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.RawArticle;
import io.wirewatch.contract.registry.SchemaRegistry;
import io.wirewatch.embedded.EmbeddedRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bytes that nobody should send to the embedded schema registry: an answer in its form, never 500;
 * what it holds stays.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RegistryServerFuzzTest {
  private static final int EVERY = 50;

  @TempDir Path directory;
  private EmbeddedRegistry registry;
  private InetSocketAddress address;
  private int id;

  @BeforeEach
  void start() {
    registry = EmbeddedRegistry.start(directory, 0);
    address =
        new InetSocketAddress(
            InetAddress.getLoopbackAddress(), URI.create(registry.url()).getPort());
    id = client().id("kept-value", RawArticle.getClassSchema(), true);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private static Mutator mutator() {
    String json = "application/vnd.schemaregistry.v1+json";
    String schema =
        "{\"schemaType\":\"AVRO\",\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"A\\\",\\\"fields\\\":[{\\\"name\\\":\\\"a\\\",\\\"type\\\":[\\\"null\\\",\\\"string\\\"],\\\"default\\\":null}]}\"}";
    return new Mutator(
        "registry-server",
        Stream.of(
                Wire.request("POST /subjects/a-value/versions", json, schema),
                Wire.request("POST /subjects/a-value", json, schema),
                Wire.request("POST /compatibility/subjects/a-value/versions/latest", json, schema),
                Wire.request("PUT /config/a-value", json, "{\"compatibility\":\"FULL\"}"),
                Wire.request("GET /subjects/a-value/versions/1", json, ""),
                Wire.request("GET /schemas/ids/1", json, ""))
            .toList(),
        "\\\"type\\\":",
        "\\\"A\\\"",
        "\\\"enum\\\"",
        "\\\"fixed\\\",\\\"size\\\":2147483647",
        "\\\"logicalType\\\":\\\"decimal\\\"",
        "\\\"default\\\":",
        "/versions/",
        "/latest",
        "%2F",
        "NONE",
        "Host: evil.example\r\n");
  }

  @Test
  void requests_hostile_areAnsweredOrClosedAndWhatItHoldsStays() {
    int[] count = {0};
    new Fuzz("registry-server", 1_000)
        .run(
            mutator(),
            (request, random) -> {
              assertThat(Wire.status(Wire.exchange(address, request))).isLessThan(500);
              if (count[0]++ % EVERY == 0) {
                Schema kept = client().schema(id);
                assertThat(kept.getFullName()).isEqualTo("io.wirewatch.RawArticle");
              }
            });
  }

  private SchemaRegistry client() {
    return new SchemaRegistry(Map.of("schema.registry.url", registry.url()));
  }
}
