package io.wirewatch.journey;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * One command of wirewatch in the image of {@code docker/Dockerfile}, as the compose files run it:
 * a user without rights, a root file system that cannot be written. Started once its health check
 * says that it works.
 */
final class WirewatchContainer extends GenericContainer<WirewatchContainer> {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final ImageFromDockerfile IMAGE = image();

  WirewatchContainer(Network network, String name, String... command) {
    super(IMAGE);
    withNetwork(network);
    withNetworkAliases(name);
    withCommand(command);
    withTmpFs(Map.of("/tmp", "rw,exec,size=128m,mode=1777"));
    withCreateContainerCmdModifier(
        container -> withoutRights(Objects.requireNonNull(container.getHostConfig())));
    waitingFor(Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(4)));
  }

  /** What the image's own health check says now. */
  boolean isWorking() throws IOException, InterruptedException {
    return run("test -n \"$(find /tmp/wirewatch.health -newermt '-15 seconds')\"") == 0;
  }

  /** The exit code of a command inside. */
  int run(String command) throws IOException, InterruptedException {
    return execInContainer("sh", "-c", command).getExitCode();
  }

  private static void withoutRights(HostConfig host) {
    host.withReadonlyRootfs(true)
        .withCapDrop(Capability.ALL)
        .withSecurityOpts(List.of("no-new-privileges:true"))
        .withMemory(1L << 30);
  }

  private static ImageFromDockerfile image() {
    ImageFromDockerfile image = new ImageFromDockerfile("wirewatch-test", true);
    image.withFileFromPath("Dockerfile", ROOT.resolve("docker/Dockerfile"));
    for (String part :
        List.of(
            "modules/app/target/lib", "modules/app/target/wirewatch-app.jar", "rules", "samples")) {
      image.withFileFromPath(part, ROOT.resolve(part));
    }
    return image;
  }
}
