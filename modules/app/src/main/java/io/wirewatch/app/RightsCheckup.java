package io.wirewatch.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Whether this principal may do what a role needs, as far as the cluster tells without its being
 * done.
 */
final class RightsCheckup {
  private static final String CHECK = "rights";

  /** Behind a prefix: what no stage is called, so that nothing of theirs is touched. */
  private static final String SAMPLE = "doctor";

  private final Admin admin;
  private final Set<String> present;
  private final Map<String, Optional<Set<AclOperation>>> known = new HashMap<>();

  RightsCheckup(Admin admin) {
    this.admin = admin;
    this.present = Answer.of(admin.listTopics().names());
  }

  List<Finding> of(Collection<Role> roles) {
    return roles.stream().map(this::of).toList();
  }

  private Finding of(Role role) {
    List<Right> lacking = new ArrayList<>();
    int unsaid = 0;
    for (Right right : role.rights()) {
      Optional<Set<AclOperation>> allowed = allowed(right);
      if (allowed.isEmpty()) {
        unsaid++;
      } else if (!allowed.get().contains(right.operation())) {
        lacking.add(right);
      }
    }
    if (!lacking.isEmpty()) {
      return Finding.ill(
          CHECK,
          "%s may not %s"
              .formatted(
                  role.command(),
                  lacking.stream().map(RightsCheckup::told).collect(Collectors.joining(", "))),
          "give these to its principal, as docs/security.md shows, or say with --for what it is for");
    }
    String rest =
        unsaid == 0 ? "" : ", %d of them not known before it has run once".formatted(unsaid);
    return Finding.well(
        CHECK,
        "%s has the %d that it needs%s".formatted(role.command(), role.rights().size(), rest));
  }

  private static String told(Right right) {
    return "%s %s %s".formatted(right.verb(), right.kind(), right.names());
  }

  /** What this principal may do there; empty where the cluster does not say. */
  private Optional<Set<AclOperation>> allowed(Right right) {
    return switch (right.on()) {
      case GROUP -> asked("group " + right.name(), () -> group(right.name()));
      case TRANSACTIONAL_ID -> asked("transactions " + right.name(), () -> transactions(right));
      case TOPIC -> topic(right);
      default -> Optional.empty();
    };
  }

  private Optional<Set<AclOperation>> asked(
      String thing, Supplier<Optional<Set<AclOperation>>> question) {
    Optional<Set<AclOperation>> before = known.get(thing);
    if (before != null) {
      return before;
    }
    Optional<Set<AclOperation>> answer;
    try {
      answer = question.get();
    } catch (AuthorizationException unseen) {
      answer = Optional.of(EnumSet.noneOf(AclOperation.class));
    }
    known.put(thing, answer);
    return answer;
  }

  private Optional<Set<AclOperation>> topic(Right right) {
    if (right.operation() == AclOperation.CREATE) {
      return asked("new topic " + right.name(), () -> creation(right.name() + SAMPLE));
    }
    Optional<String> one =
        right.pattern() == PatternType.LITERAL
            ? Optional.of(right.name())
            : present.stream().filter(name -> right.isOn(ResourceType.TOPIC, name)).findFirst();
    return one.flatMap(name -> asked("topic " + name, () -> topic(name)));
  }

  private Optional<Set<AclOperation>> topic(String name) {
    var asked =
        admin.describeTopics(
            List.of(name), new DescribeTopicsOptions().includeAuthorizedOperations(true));
    try {
      return Optional.ofNullable(
          Answer.of(asked.allTopicNames()).values().iterator().next().authorizedOperations());
    } catch (UnknownTopicOrPartitionException missing) {
      return Optional.empty();
    }
  }

  private Optional<Set<AclOperation>> creation(String name) {
    NewTopic topic = new NewTopic(name, Optional.empty(), Optional.empty());
    Answer.of(
        admin.createTopics(List.of(topic), new CreateTopicsOptions().validateOnly(true)).all());
    return Optional.of(EnumSet.of(AclOperation.CREATE));
  }

  private Optional<Set<AclOperation>> group(String name) {
    var asked =
        admin.describeConsumerGroups(
            List.of(name), new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true));
    try {
      return Optional.ofNullable(
          Answer.of(asked.all()).values().iterator().next().authorizedOperations());
    } catch (GroupIdNotFoundException none) {
      return Optional.empty();
    }
  }

  private Optional<Set<AclOperation>> transactions(Right right) {
    String id = right.pattern() == PatternType.PREFIXED ? right.name() + SAMPLE : right.name();
    try {
      Answer.of(admin.describeTransactions(List.of(id)).description(id));
    } catch (TransactionalIdNotFoundException seenAndNotThere) {
      // Who may not see it is told that, and not this.
    }
    return Optional.of(EnumSet.of(AclOperation.WRITE));
  }
}
