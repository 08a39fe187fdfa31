package io.wirewatch.dashboard.door;

import io.wirewatch.dashboard.web.User.Power;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads files of users: {@code name:reader|operator:hash} a line; {@code #} begins a comment. */
final class UsersFile {
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_USERS = 1_000;
  private static final int MOST_TOLD = 10;
  private static final Map<String, Power> ROLES =
      Map.of("reader", Power.READER, "operator", Power.OPERATOR);

  private final List<String> problems = new ArrayList<>();
  private final Map<String, Account> accounts = new TreeMap<>();

  private UsersFile() {}

  /**
   * The users of a file, by name.
   *
   * @throws UnusableDoorException where it cannot be read, or a line is wrong; names every line
   */
  static Map<String, Account> read(Path file) {
    UsersFile read = new UsersFile();
    List<String> lines = text(file).lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        read.add(at + 1, line);
      }
    }
    read.check(file);
    return Map.copyOf(read.accounts);
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new UnusableDoorException(
            "%s is over 1 MiB: dashboard.users names a file with a line a user".formatted(file));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException noText) {
      throw new UnusableDoorException(file + " is no text in UTF-8", noText);
    } catch (IOException failed) {
      throw new UnusableDoorException(
          "cannot read %s: let dashboard.users name a file of users that can be read"
              .formatted(file),
          failed);
    }
  }

  // What a line says is not repeated: it may be a password that was put there by mistake.
  private void add(int number, String line) {
    String[] parts = line.split(":", -1);
    if (parts.length != 3) {
      problem(number, "not name:reader|operator:hash");
      return;
    }
    Optional<String> name = UserName.of(parts[0].strip());
    Power power = ROLES.get(parts[1].strip().toLowerCase(Locale.ROOT));
    String hash = parts[2].strip();
    if (name.isEmpty()) {
      problem(number, "a name is " + UserName.LEGAL);
    }
    if (power == null) {
      problem(number, "a role is reader or operator");
    }
    Passwords.problem(hash).ifPresent(wrong -> problem(number, wrong));
    if (name.isPresent()
        && power != null
        && accounts.put(name.get(), new Account(name.get(), power, hash)) != null) {
      problem(number, name.get() + " is there already");
    }
  }

  private void problem(int number, String what) {
    problems.add("line %d: %s".formatted(number, what));
  }

  private void check(Path file) {
    if (problems.isEmpty() && accounts.isEmpty()) {
      problems.add("nobody is in it; 'wirewatch dashboard user NAME' makes a line");
    }
    if (accounts.size() > MOST_USERS) {
      problems.add("over 1,000 users");
    }
    if (!problems.isEmpty()) {
      String more =
          problems.size() > MOST_TOLD ? "; and %d more".formatted(problems.size() - MOST_TOLD) : "";
      throw new UnusableDoorException(
          "%s: %s%s"
              .formatted(
                  file,
                  String.join("; ", problems.subList(0, Math.min(MOST_TOLD, problems.size()))),
                  more));
    }
  }
}
