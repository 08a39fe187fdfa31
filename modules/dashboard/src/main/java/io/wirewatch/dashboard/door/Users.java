package io.wirewatch.dashboard.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who may sign in: a file, read again when it changes. Where it can then not be used, that is said,
 * and those whom it named before still may. Thread-safe.
 */
final class Users {
  private final Path file;
  private final Consumer<String> say;
  private Stamp read;
  private Map<String, Account> accounts;

  /** By what a change is seen. */
  private record Stamp(FileTime changed, long size, @Nullable Object key) {
    private static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1, null);

    static Stamp of(Path file) {
      try {
        BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(seen.lastModifiedTime(), seen.size(), seen.fileKey());
      } catch (IOException gone) {
        return NONE;
      }
    }
  }

  /**
   * Those of a file.
   *
   * @param say told when the file has changed
   * @throws UnusableDoorException where it cannot be used; names every line that is wrong
   */
  Users(Path file, Consumer<String> say) {
    this.file = file;
    this.say = say;
    this.read = Stamp.of(file);
    this.accounts = UsersFile.read(file);
  }

  /** Who has that name now. */
  Optional<Account> named(String name) {
    return Optional.ofNullable(now().get(name));
  }

  /** The most work that one of their passwords takes to be compared. */
  int cost() {
    return now().values().stream()
        .mapToInt(account -> Passwords.cost(account.hash()))
        .max()
        .orElse(Passwords.COST);
  }

  private synchronized Map<String, Account> now() {
    Stamp seen = Stamp.of(file);
    if (!seen.equals(read)) {
      read = seen;
      try {
        accounts = UsersFile.read(file);
        say.accept("read %s again: %d users".formatted(file, accounts.size()));
      } catch (UnusableDoorException wrong) {
        say.accept(
            "ALARM: who may sign in stays as it was, since the file cannot be used: "
                + wrong.getMessage());
      }
    }
    return accounts;
  }
}
