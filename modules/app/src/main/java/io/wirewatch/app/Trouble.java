package io.wirewatch.app;

import io.wirewatch.alert.NotPublishedException;
import io.wirewatch.contract.InvalidSettingException;
import io.wirewatch.contract.NoBrokerException;
import io.wirewatch.contract.registry.RegistryAccessException;
import io.wirewatch.contract.registry.RegistryUnavailableException;
import io.wirewatch.dashboard.door.UnusableDoorException;
import io.wirewatch.embedded.PortInUseException;
import io.wirewatch.ingest.PublishingFailedException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** What went wrong, told in one line; the stack trace is for the log. */
final class Trouble {
  private Trouble() {}

  static int tell(Throwable thrown, CommandLine command) {
    LoggerFactory.getLogger(Trouble.class).info("stopped", thrown);
    command.getErr().println("wirewatch: " + Printable.line(message(thrown)));
    command.getErr().flush();
    return CommandLine.ExitCode.USAGE;
  }

  static String message(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      String known = known(cause);
      if (known != null) {
        return known;
      }
    }
    return "an error that should not be: " + thrown + "; the log says more: " + Logs.file();
  }

  private static @Nullable String known(Throwable thrown) {
    if (thrown instanceof Refusal
        || thrown instanceof InvalidSettingException
        || thrown instanceof NotPublishedException
        || thrown instanceof UnusableDoorException) {
      return thrown.getMessage();
    }
    if (thrown instanceof PortInUseException taken) {
      return "port "
          + taken.port()
          + " is in use: end what listens there, or choose another with --port, --kafka-port or --registry-port";
    }
    if (thrown instanceof NoBrokerException) {
      return thrown.getMessage() + ": start one, or say where it is with --bootstrap-servers";
    }
    if (thrown instanceof RegistryUnavailableException) {
      return thrown.getMessage() + ": start it, or say where it is with --schema-registry";
    }
    return refused(thrown);
  }

  private static @Nullable String refused(@Nullable Throwable thrown) {
    if (thrown instanceof PublishingFailedException) {
      String why = refused(thrown.getCause());
      return why == null ? thrown.getMessage() : why;
    }
    if (thrown instanceof RegistryAccessException) {
      return thrown.getMessage();
    }
    if (thrown instanceof AuthenticationException) {
      return "the cluster does not let us in ("
          + thrown.getMessage()
          + "): check security.protocol, sasl.* and ssl.* in the file of --config and the environment; docs/security.md has examples";
    }
    if (thrown instanceof AuthorizationException) {
      return "the cluster refuses ("
          + thrown.getMessage()
          + "): give this principal the rights that docs/security.md lists for the command";
    }
    return null;
  }
}
