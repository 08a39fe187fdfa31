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
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/**
 * What is checked before a command starts to work on a cluster: brokers and registry answer, topics
 * are there.
 */
final class Preflight {
  private Preflight() {}

  /**
   * Makes sure that a role can begin: the topics that it works on are there, those of the routes
   * among them.
   *
   * @throws Refusal where no broker answers within 10 seconds, or topics are neither there nor may
   *     be created
   */
  static void prepare(Settings settings, Role role, Collection<String> routes) {
    check(settings, role.topics(routes));
  }

  /** The same for everything at once. */
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
    withBrokers(
        settings,
        admin -> {
          new ClusterTopics(admin, settings.value(Cluster.MOST_PARTITIONS)).ensure(wanted);
          return wanted;
        });
    new SchemaRegistry(settings.asClientConfig()).ping();
  }

  /**
   * What brokers answer, with less patience than usual.
   *
   * @throws Refusal where none answers within 10 seconds, or the settings are not fit to ask
   */
  static <T> T withBrokers(Settings settings, Function<Admin, T> question) {
    Map<String, Object> patience = new HashMap<>(settings.asClientConfig());
    patience.put("default.api.timeout.ms", "10000");
    patience.put("request.timeout.ms", "5000");
    try (Admin admin = Admin.create(patience)) {
      return question.apply(admin);
    } catch (NoBrokerException | TimeoutException none) {
      throw new Refusal(
          "no Kafka broker answers at %s within 10 seconds: start one, or say where it is with --bootstrap-servers"
              .formatted(settings.value(Cluster.BOOTSTRAP_SERVERS)),
          none);
    } catch (TopicAuthorizationException refused) {
      throw new Refusal(
          "the cluster does not let this principal see, create or change %s: make topics with 'wirewatch topics create', and give it the rights that docs/security.md lists"
              .formatted(
                  refused.unauthorizedTopics().isEmpty()
                      ? "topics"
                      : String.join(", ", refused.unauthorizedTopics())),
          refused);
    } catch (ApiException refused) {
      throw refused;
    } catch (ConfigException wrong) {
      throw new Refusal("Kafka does not take a setting: " + wrong.getMessage(), wrong);
    } catch (KafkaException unable) {
      throw notStarted(settings, unable);
    }
  }

  private static Refusal notStarted(Settings settings, KafkaException unable) {
    if (unable.getCause() instanceof ConfigException wrong
        && String.valueOf(wrong.getMessage()).contains("bootstrap")) {
      return new Refusal(
          "%s is not the address of a broker: give host:port of one that can be resolved with --bootstrap-servers"
              .formatted(settings.value(Cluster.BOOTSTRAP_SERVERS)),
          unable);
    }
    // The cause's own words may hold a secret; the log does not go to the screen.
    return new Refusal(
        "Kafka's client does not start with these settings: check what --config, the environment and --set say of security; the log says more: "
            + Logs.file(),
        unable);
  }
}
