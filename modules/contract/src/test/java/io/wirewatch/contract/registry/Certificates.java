package io.wirewatch.contract.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keys with certificates of their own, made anew for a test by the JDK's keytool. */
final class Certificates {
  static final String PASSWORD = "pass-of-the-stores";

  private final Path directory;

  Certificates(Path directory) {
    this.directory = directory;
  }

  /** A PKCS12 store with a key for this host name. */
  Path key(String owner, String host) {
    Path store = directory.resolve(owner + ".p12");
    keytool("-genkeypair", "-keystore", store, "-alias", owner, "-keyalg", "EC", "-validity", "2")
        .with("-dname", "CN=" + owner, "-ext", "san=dns:" + host)
        .run();
    return store;
  }

  /** A PKCS12 store that trusts what {@link #key} made. */
  Path trustIn(String owner) {
    Path certificate = directory.resolve(owner + ".pem");
    keytool("-exportcert", "-rfc", "-keystore", directory.resolve(owner + ".p12"))
        .with("-alias", owner, "-file", certificate.toString())
        .run();
    Path store = directory.resolve("trust-" + owner + ".p12");
    keytool("-importcert", "-noprompt", "-keystore", store, "-alias", owner)
        .with("-file", certificate.toString())
        .run();
    return store;
  }

  /** What a server needs that owns one store and trusts the other. */
  SSLContext server(Path keys, Path trusted) throws GeneralSecurityException, IOException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(open(keys), PASSWORD.toCharArray());
    TrustManagerFactory others =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    others.init(open(trusted));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    return context;
  }

  private static KeyStore open(Path store) throws GeneralSecurityException, IOException {
    return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
  }

  private record Call(List<String> words) {
    Call with(String... more) {
      List<String> all = new ArrayList<>(words);
      all.addAll(List.of(more));
      return new Call(all);
    }

    void run() {
      try {
        Process keytool = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
          throw new AssertionError("keytool: " + said);
        }
      } catch (IOException | InterruptedException failed) {
        throw new AssertionError(failed);
      }
    }
  }

  private static Call keytool(Object... words) {
    Path binary = Path.of(System.getProperty("java.home"), "bin", "keytool");
    if (!Files.isExecutable(binary)) {
      throw new AssertionError("no keytool at " + binary);
    }
    return new Call(List.of(binary.toString()))
        .with(Arrays.stream(words).map(Object::toString).toArray(String[]::new))
        .with("-storetype", "PKCS12", "-storepass", PASSWORD);
  }
}
