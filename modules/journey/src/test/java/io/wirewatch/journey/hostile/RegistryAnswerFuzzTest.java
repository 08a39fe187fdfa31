package io.wirewatch.journey.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.contract.registry.RegistryAccessException;
import io.wirewatch.contract.registry.RegistryRefusedException;
import io.wirewatch.contract.registry.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Answers that no registry should give: the next registry is asked, or the record is refused; a
 * good one is read beside.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class RegistryAnswerFuzzTest {

  private static Mutator mutator() {
    return new Mutator(
        "registry-answer",
        Stream.of(
                HostileRegistry.GOOD,
                HostileRegistry.answer(
                    "404 Not Found", "{\"error_code\":40403,\"message\":\"Schema not found\"}"),
                HostileRegistry.answer(
                    "200 OK",
                    "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"A\\\",\\\"fields\\\":[{\\\"name\\\":\\\"a\\\",\\\"type\\\":\\\"A\\\"}]}\"}"),
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"sch\r\n13\r\nema\":\"\\\"string\\\"\"}   \r\n0\r\n\r\n")
            .map(answer -> answer.getBytes(StandardCharsets.UTF_8))
            .toList(),
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 401 ",
        "HTTP/1.1 302 ",
        "HTTP/1.1 999 ",
        "HTTP/2 ",
        "Location: file:///etc/passwd\r\n",
        "Content-Length: 99999999999\r\n",
        "Content-Length: -1\r\n",
        "Content-Encoding: gzip\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Set-Cookie: a=b\r\n",
        "\r\n\r\n",
        "FFFFFFFF\r\n",
        "\"error_code\":",
        "\"schema\":",
        "\\\"type\\\":",
        "\\\"enum\\\"",
        "\\\"fixed\\\"");
  }

  @Test
  void answers_hostile_areRefusedOrAskedElsewhere() throws Exception {
    AtomicReference<byte @Nullable []> next = new AtomicReference<>();
    try (HostileRegistry one = new HostileRegistry(next);
        HostileRegistry other = new HostileRegistry(next)) {
      SchemaRegistry registry =
          new SchemaRegistry(Map.of("schema.registry.url", List.of(one.url(), other.url())));
      int[] id = {0};
      new Fuzz("registry-answer", 1_000)
          .run(
              mutator(),
              (answer, random) -> {
                id[0]++;
                next.set(answer);
                try {
                  assertThat(registry.schema(id[0])).isNotNull();
                } catch (RegistryRefusedException | RegistryAccessException declared) {
                  assertThat(declared.getMessage()).isNotBlank().hasSizeLessThan(2_000);
                }
                next.set(null);
                assertThat(registry.schema(-id[0]).toString()).isEqualTo("\"string\"");
              });
    }
  }
}
