package io.wirewatch.ingest.poll;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a robots.txt lets an agent ask, of which half a MiB counts (RFC 9309, 2.5). */
public final class RobotsRules {
  private static final int MOST_BYTES = 512 * 1024;
  private static final String ANYWHERE = "https://site.example/robots.txt";

  private final BaseRobotRules rules;

  private RobotsRules(BaseRobotRules rules) {
    this.rules = rules;
  }

  /** The rules for an agent, whatever the case of its name. */
  public static RobotsRules of(byte[] robots, String agent) {
    return new RobotsRules(parsed(ANYWHERE, robots, agent));
  }

  static BaseRobotRules parsed(String address, byte[] content, String agent) {
    byte[] first = content.length > MOST_BYTES ? Arrays.copyOf(content, MOST_BYTES) : content;
    List<String> agents = List.of(agent.toLowerCase(Locale.ROOT));
    return new SimpleRobotRulesParser().parseContent(address, first, "text/plain", agents);
  }

  /** Whether an address, or a path, may be asked. */
  public boolean allow(String address) {
    return rules.isAllowed(address);
  }
}
