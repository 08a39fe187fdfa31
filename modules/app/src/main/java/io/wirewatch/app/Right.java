package io.wirewatch.app;

import io.wirewatch.contract.Topic;
import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One thing that a principal may do on a cluster; Kafka calls it an ACL.
 *
 * @param on what kind of thing
 * @param name its name, or what its name begins with
 * @param pattern LITERAL or PREFIXED: which of the two
 * @param operation what is done with it
 * @param why what it is needed for, in a few words
 */
public record Right(
    ResourceType on, String name, PatternType pattern, AclOperation operation, String why) {

  static Right to(AclOperation operation, Topic<?> topic, String why) {
    return new Right(ResourceType.TOPIC, topic.name(), PatternType.LITERAL, operation, why);
  }

  static Right toTopics(AclOperation operation, String prefix, String why) {
    return new Right(ResourceType.TOPIC, prefix, PatternType.PREFIXED, operation, why);
  }

  static Right toGroup(AclOperation operation, String group, String why) {
    return new Right(ResourceType.GROUP, group, PatternType.LITERAL, operation, why);
  }

  static Right toTransactions(String id, PatternType pattern) {
    return new Right(
        ResourceType.TRANSACTIONAL_ID,
        id,
        pattern,
        AclOperation.WRITE,
        "write in transactions, and fence off others of that id");
  }

  /** What is done, in words: {@code describe configs}. */
  public String verb() {
    return words(operation);
  }

  /** What kind of thing it is done with, in words: {@code transactional id}. */
  public String kind() {
    return words(on);
  }

  /** The name of the thing; with a star behind it where that is only the beginning of names. */
  public String names() {
    return pattern == PatternType.PREFIXED ? name + "*" : name;
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether it is about a thing of that name. */
  public boolean isOn(ResourceType kind, String thing) {
    return kind == on
        && (pattern == PatternType.PREFIXED ? thing.startsWith(name) : thing.equals(name));
  }

  /** Whether it allows that: reading, writing, deleting and altering let see the thing too. */
  public boolean allows(AclOperation wanted) {
    return wanted == operation
        || switch (operation) {
          case READ, WRITE, DELETE, ALTER -> wanted == AclOperation.DESCRIBE;
          case ALTER_CONFIGS -> wanted == AclOperation.DESCRIBE_CONFIGS;
          default -> false;
        };
  }

  /** What a cluster has to be told; {@code principal} as in {@code User:enrich}. */
  public AclBinding givenTo(String principal) {
    return new AclBinding(
        new ResourcePattern(on, name, pattern),
        new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW));
  }
}
