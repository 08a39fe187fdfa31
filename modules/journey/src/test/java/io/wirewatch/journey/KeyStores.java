package io.wirewatch.journey;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;

/**
 * Keys for a broker and its clients, each with a certificate that it signed itself, made anew by
 * the JDK's keytool.
 */
final class KeyStores {
  private final Path directory;
  private final String password;

  /**
   * Makes a key for each owner.
   *
   * @param password of all stores
   * @param owners common names; all certificates are for this machine's loopback address
   */
  KeyStores(Path directory, String password, List<String> owners) throws IOException {
    this.password = password;
    this.directory = Files.createDirectories(directory);
    owners.stream().map(this::keytool).toList().forEach(KeyStores::await);
  }

  /** The owner's PKCS12 store: key and certificate. */
  Path of(String owner) {
    return directory.resolve(owner + ".p12");
  }

  /** A PEM file with the certificates of these. */
  Path trusting(String name, List<String> owners) throws IOException, GeneralSecurityException {
    StringBuilder pem = new StringBuilder();
    for (String owner : owners) {
      pem.append("-----BEGIN CERTIFICATE-----\n")
          .append(Base64.getMimeEncoder().encodeToString(certificate(owner).getEncoded()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return Files.writeString(directory.resolve(name + ".pem"), pem);
  }

  /** A PKCS12 store, with the password, that trusts one. */
  Path storeTrusting(String owner) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry(owner, certificate(owner));
    Path file = directory.resolve("trust-in-" + owner + ".p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
    return file;
  }

  private Certificate certificate(String owner) throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(of(owner).toFile(), password.toCharArray()).getCertificate(owner);
  }

  private Process keytool(String owner) {
    List<String> words =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keystore",
            of(owner).toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            password,
            "-alias",
            owner,
            "-keyalg",
            "EC",
            "-validity",
            "2",
            "-dname",
            "CN=" + owner,
            "-ext",
            "san=ip:127.0.0.1,dns:localhost");
    try {
      return new ProcessBuilder(words).redirectErrorStream(true).start();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static void await(Process keytool) {
    try {
      String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (keytool.waitFor() != 0) {
        throw new AssertionError("keytool: " + said);
      }
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}
