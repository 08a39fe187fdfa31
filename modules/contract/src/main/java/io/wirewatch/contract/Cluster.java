package io.wirewatch.contract;

import java.util.List;

/**
 * Where the cluster is, and how records are written there: the settings that every client needs.
 */
public final class Cluster {

  /** Kafka's own {@code bootstrap.servers}. */
  public static final Setting<String> BOOTSTRAP_SERVERS =
      Setting.text(
          "bootstrap.servers",
          "localhost:9092",
          "host:port, …",
          "Brokers to ask first for the cluster.");

  /** Confluent's own {@code schema.registry.url}. */
  public static final Setting<String> REGISTRY_URL =
      Setting.text(
          "schema.registry.url",
          "http://localhost:8081",
          "http(s)://host:port, …",
          "Schema registries, asked in this order.");

  /** The class that writes values; any that takes Confluent's configuration names. */
  public static final Setting<String> VALUE_SERIALIZER =
      Setting.text(
          "value.serializer",
          "io.wirewatch.contract.AvroSerializer",
          "a class name",
          "Writes record values in Confluent's wire format.");

  /** The class that reads values; any that takes Confluent's configuration names. */
  public static final Setting<String> VALUE_DESERIALIZER =
      Setting.text(
          "value.deserializer",
          "io.wirewatch.contract.AvroDeserializer",
          "a class name",
          "Reads record values in Confluent's wire format.");

  /** A ceiling on the partitions of topics that are created. */
  public static final Setting<Integer> MOST_PARTITIONS =
      Setting.count(
          "topics.partitions.most",
          6,
          new Setting.Range(1, 10_000, "partitions"),
          "No created topic gets more partitions than this.");

  static final List<Setting<?>> SETTINGS =
      List.of(BOOTSTRAP_SERVERS, REGISTRY_URL, VALUE_SERIALIZER, VALUE_DESERIALIZER);

  /** All of them, in the order of the documentation. */
  public static List<Setting<?>> settings() {
    return List.of(
        BOOTSTRAP_SERVERS, REGISTRY_URL, VALUE_SERIALIZER, VALUE_DESERIALIZER, MOST_PARTITIONS);
  }

  private Cluster() {}
}
