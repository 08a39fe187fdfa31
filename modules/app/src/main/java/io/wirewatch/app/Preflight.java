package io.wirewatch.app;

import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.NoBrokerException;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.contract.registry.SchemaRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * What is checked before a command starts to work on a cluster: brokers and registry answer, topics
 * are there.
 */
final class Preflight {
  private Preflight() {}

  /**
   * Makes sure that work can begin.
   *
   * @throws Refusal where no broker answers within 10 seconds
   */
  static void prepare(Settings settings, Collection<String> routes) {
    check(settings, Topics.all(routes));
  }

  /**
   * Makes sure that brokers and registry answer; creates nothing.
   *
   * @throws Refusal where no broker answers within 10 seconds
   */
  static void reach(Settings settings) {
    check(settings, List.of());
  }

  private static void check(Settings settings, Collection<Topic<?>> wanted) {
    Map<String, Object> patience = new HashMap<>(settings.asClientConfig());
    patience.put("default.api.timeout.ms", "10000");
    patience.put("request.timeout.ms", "5000");
    try (Admin admin = Admin.create(patience)) {
      new ClusterTopics(admin, settings.value(Cluster.MOST_PARTITIONS)).ensure(wanted);
    } catch (NoBrokerException none) {
      throw new Refusal(
          "no Kafka broker answers at %s within 10 seconds: start one, or say where it is with --bootstrap-servers"
              .formatted(settings.value(Cluster.BOOTSTRAP_SERVERS)),
          none);
    } catch (AuthenticationException | AuthorizationException refused) {
      throw refused;
    } catch (ConfigException wrong) {
      throw new Refusal("Kafka does not take a setting: " + wrong.getMessage(), wrong);
    } catch (KafkaException unable) {
      if (unable.getCause() instanceof ConfigException wrong
          && String.valueOf(wrong.getMessage()).contains("bootstrap")) {
        throw new Refusal(
            "%s is not the address of a broker: give host:port of one that can be resolved with --bootstrap-servers"
                .formatted(settings.value(Cluster.BOOTSTRAP_SERVERS)),
            unable);
      }
      // The cause's own words may hold a secret; the log does not go to the screen.
      throw new Refusal(
          "Kafka's client does not start with these settings: check what --config, the environment and --set say of security; the log says more: "
              + Logs.file(),
          unable);
    }
    new SchemaRegistry(settings.asClientConfig()).ping();
  }
}
