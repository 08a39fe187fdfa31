package io.wirewatch.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which errors of reading a record lie in the record, and which would set good ones aside. */
final class UnreadableTest {

  static Stream<Throwable> passing() {
    return Stream.of(
        new DisconnectException(),
        new SerializationException("no schema", new ConnectException()),
        new SerializationException("no schema", new UnknownHostException("registry")),
        new StreamsException("no commit", new InvalidTxnStateException("ended meanwhile")));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void environmentsFault_isTriedAgain(Throwable thrown) {
    assertThat(Unreadable.isPassing(thrown)).isTrue();
    assertThat(Unreadable.isRecordsFault(thrown)).isFalse();
  }

  static Stream<Throwable> refused() {
    return Stream.of(
        new SaslAuthenticationException("no"),
        new SerializationException("no schema", new SaslAuthenticationException("no")));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void registryRefusesUs_stopsTheStage(Throwable thrown) {
    assertThat(Unreadable.isPassing(thrown)).isFalse();
    assertThat(Unreadable.isRecordsFault(thrown)).isFalse();
  }

  static Stream<Throwable> broken() {
    return Stream.of(
        new SerializationException("no magic byte"),
        new SerializationException("too short", new EOFException()));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void bytesBroken_areTheRecordsFault(Throwable thrown) {
    assertThat(Unreadable.isRecordsFault(thrown)).isTrue();
  }
}
