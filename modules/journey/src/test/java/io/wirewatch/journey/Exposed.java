package io.wirewatch.journey;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What this process shows of itself to who looks at it from outside. */
final class Exposed {
  private Exposed() {}

  /** Names of threads, names of all MBeans, and the values of those of Kafka's clients. */
  static String now() {
    StringBuilder all = new StringBuilder();
    Thread.getAllStackTraces()
        .keySet()
        .forEach(thread -> all.append(thread.getName()).append('\n'));
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    for (ObjectName name : server.queryNames(null, null)) {
      all.append(name).append('\n');
      if (isOfAClient(name)) {
        values(server, name, all);
      }
    }
    return all.toString();
  }

  private static boolean isOfAClient(ObjectName name) {
    return name.getDomain()
        .matches("kafka\\.(admin\\.client|producer|consumer|streams)|io\\.wirewatch.*");
  }

  private static void values(MBeanServer server, ObjectName name, StringBuilder all) {
    try {
      for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
        all.append(server.getAttribute(name, attribute.getName())).append('\n');
      }
    } catch (JMException gone) {
      all.append("gone\n");
    }
  }
}
