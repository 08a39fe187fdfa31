package io.wirewatch.journey.faults;

import java.util.LinkedHashMap;
import java.util.Map;

/** All scenarios by name. */
final class Scenarios {
  private Scenarios() {}

  static Map<String, Scenario> all() {
    Map<String, Scenario> all = new LinkedHashMap<>();
    all.put("none", new NoFault());
    all.put("stages", new StageFaults.Killed());
    all.put("broker", new BrokerFaults.Killed());
    all.put("rolling", new BrokerFaults.Rolling());
    all.put("registry", new OtherFaults.NoRegistry());
    all.put("disk", new BrokerFaults.FullDisk());
    all.put("zombie", new StageFaults.Zombie());
    all.put("rules", new OtherFaults.OtherRules());
    all.put("producer", new OtherFaults.KilledProducer());
    return all;
  }

  /** Nothing goes wrong, and everything comes at once. */
  static final class Flood implements Scenario {
    @Override
    public void play(Trial trial) {}

    @Override
    public int flowSeconds() {
      return 1;
    }
  }

  /** Nothing goes wrong. */
  private static final class NoFault implements Scenario {
    @Override
    public void play(Trial trial) {}

    @Override
    public int flowSeconds() {
      return 20;
    }
  }
}
