package io.wirewatch.journey;

import io.wirewatch.app.Right;
import io.wirewatch.app.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/** For what the brokers asked their authorizer, and what it said. */
final class AskedRights {
  private static final String SETTING = "asked.rights";

  private final Set<Asked> all = ConcurrentHashMap.newKeySet();

  /**
   * One question.
   *
   * @param insists whether a request fails where it is denied, and not only shows less
   */
  record Asked(
      String principal,
      ResourceType on,
      String name,
      AclOperation operation,
      boolean insists,
      AuthorizationResult answer) {

    boolean isFor(Right right) {
      return right.isOn(on, name) && right.allows(operation);
    }
  }

  /** Kafka's own authorizer, which denies what nobody has allowed, and notes what it is asked. */
  public static final class Noting extends StandardAuthorizer {
    private AskedRights journal = new AskedRights();

    @Override
    public void configure(Map<String, ?> configs) {
      super.configure(configs);
      journal = (AskedRights) configs.get(SETTING);
    }

    @Override
    public List<AuthorizationResult> authorize(
        AuthorizableRequestContext context, List<Action> actions) {
      List<AuthorizationResult> answers = super.authorize(context, actions);
      for (int i = 0; i < answers.size(); i++) {
        Action action = actions.get(i);
        journal.all.add(
            new Asked(
                context.principal().toString(),
                action.resourcePattern().resourceType(),
                action.resourcePattern().name(),
                action.operation(),
                action.logIfDenied(),
                answers.get(i)));
      }
      return answers;
    }
  }

  /** A broker's settings with which it notes here. */
  Map<String, Object> settings() {
    return Map.of("authorizer.class.name", Noting.class.getName(), SETTING, this);
  }

  /** What was denied to a principal, and made a request fail. */
  List<Asked> deniedTo(String principal) {
    return all.stream()
        .filter(asked -> asked.principal.equals(principal) && asked.insists)
        .filter(asked -> asked.answer == AuthorizationResult.DENIED)
        .toList();
  }

  /**
   * The rights of a role without which every request of this principal would have been answered as
   * it was.
   */
  List<Right> notNeeded(Role role, String principal) {
    return role.rights().stream()
        .filter(
            right ->
                all.stream()
                    .filter(asked -> asked.principal.equals(principal) && asked.insists)
                    .noneMatch(asked -> asked.isFor(right) && isAlone(right, role, asked)))
        .toList();
  }

  private static boolean isAlone(Right right, Role role, Asked asked) {
    return role.rights().stream().filter(other -> !other.equals(right)).noneMatch(asked::isFor);
  }
}
