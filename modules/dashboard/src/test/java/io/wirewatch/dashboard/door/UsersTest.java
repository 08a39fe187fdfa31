package io.wirewatch.dashboard.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.dashboard.web.User.Power;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UsersTest {
  private static final String HASH = "$2b$10$7EqJtq98hPqEX7fNZaFWoOhi9xtLfqtNWTsNFVPU7MuYEyStdTKm6";

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("users"), content);
  }

  private Users users(String content) throws IOException {
    return new Users(file(content), told::add);
  }

  @Test
  void lines_areUsers_commentsAreNot() throws IOException {
    Users users =
        users("# the desk\n\namal:operator:" + HASH + "\n  ليلى : reader :" + HASH + "\r\n");

    assertThat(users.named("amal").map(Account::power)).contains(Power.OPERATOR);
    assertThat(users.named("ليلى").map(Account::power)).contains(Power.READER);
    assertThat(users.named("# the desk")).isEmpty();
    assertThat(users.named("nobody")).isEmpty();
  }

  @Test
  void everyWrongLine_isNamed_withoutWhatItSays() throws IOException {
    Path file =
        file(
            "amal:operator:"
                + HASH
                + "\namal:reader:"
                + HASH
                + "\nhunter2\nzed:admin:"
                + HASH
                + "\n-x:reader:"
                + HASH
                + "\nyusra:reader:plain-password\n");

    assertThatThrownBy(() -> new Users(file, told::add))
        .isInstanceOf(UnusableDoorException.class)
        .hasMessageContainingAll(
            "line 2: amal is there already",
            "line 3: not name:reader|operator:hash",
            "line 4: a role is reader or operator",
            "line 5: a name is",
            "line 6: no hash by bcrypt")
        .message()
        .doesNotContain("hunter2")
        .doesNotContain("plain-password")
        .doesNotContain("$2b$");
  }

  @ParameterizedTest
  @CsvSource({"09,true", "10,false", "14,false", "15,true", "31,true"})
  void cost_isWithinBounds(String cost, boolean isRefused) {
    assertThat(Passwords.problem(HASH.replace("$10$", "$" + cost + "$")).isPresent())
        .isEqualTo(isRefused);
  }

  @Test
  void fileWithoutUsers_isRefused() throws IOException {
    Path file = file("# nobody yet\n");

    assertThatThrownBy(() -> new Users(file, told::add)).hasMessageContaining("nobody is in it");
  }

  @Test
  void fileThatIsNotThere_isRefused() {
    assertThatThrownBy(() -> new Users(folder.resolve("none"), told::add))
        .isInstanceOf(UnusableDoorException.class)
        .hasMessageContaining("dashboard.users");
  }

  @Test
  void fileOverTheBound_isRefused() throws IOException {
    Path file = file("#".repeat((1 << 20) + 1));

    assertThatThrownBy(() -> new Users(file, told::add)).hasMessageContaining("over 1 MiB");
  }

  @Test
  void changedFile_isReadAgain() throws IOException {
    Users users = users("amal:reader:" + HASH + "\n");
    file("amal:operator:" + HASH + "\nzed:reader:" + HASH + "\n");

    assertThat(users.named("amal").map(Account::power)).contains(Power.OPERATOR);
    assertThat(users.named("zed")).isPresent();
    assertThat(told).singleElement().asString().contains("2 users");
  }

  @Test
  void changedFileThatIsWrong_isToldOnce_andChangesNothing() throws IOException {
    Users users = users("amal:reader:" + HASH + "\n");
    file("amal:reader:" + HASH + "\nzed\n");

    assertThat(users.named("amal")).isPresent();
    assertThat(users.named("zed")).isEmpty();
    assertThat(told).singleElement().asString().startsWith("ALARM").contains("line 2");
  }

  @Test
  void fileThatGoesAway_changesNothing() throws IOException {
    Users users = users("amal:reader:" + HASH + "\n");
    Files.delete(folder.resolve("users"));

    assertThat(users.named("amal")).isPresent();
    assertThat(told).singleElement().asString().startsWith("ALARM");
  }

  @Test
  void madeLine_isReadBack_andFitsItsPasswordAlone() throws IOException {
    String line = UserLine.of("amal", Power.OPERATOR, "correct horse".toCharArray());
    Account account = users(line + "\n").named("amal").orElseThrow();

    assertThat(line).startsWith("amal:operator:$2b$12$").doesNotContain("horse");
    assertThat(Passwords.fits("correct horse".toCharArray(), account.hash())).isTrue();
    assertThat(Passwords.fits("correct horsf".toCharArray(), account.hash())).isFalse();
    assertThat(Passwords.fits("".toCharArray(), account.hash())).isFalse();
  }

  @Test
  void password_isTheSameHoweverItsLettersAreComposed() {
    String hash = Passwords.hash("caf\u00e9 au lait 1".toCharArray()).orElseThrow();

    assertThat(Passwords.fits("cafe\u0301 au lait 1".toCharArray(), hash)).isTrue();
  }

  @Test
  void passwordThatIsTooShortOrTooLong_isRefused() {
    assertThat(Passwords.hash("elevenchars".toCharArray())).isEmpty();
    assertThat(Passwords.hash("x".repeat(72).toCharArray())).isEmpty();
    assertThat(Passwords.hash("\u0639".repeat(36).toCharArray())).isEmpty();
    assertThat(Passwords.fits("x".repeat(5_000).toCharArray(), HASH)).isFalse();
  }

  @Test
  void hashOfNobody_isAHash() {
    assertThat(Passwords.problem(Passwords.ofNobody(12))).isEmpty();
    assertThat(
            at.favre.lib.crypto.bcrypt.BCrypt.verifyer()
                .verify("x".toCharArray(), Passwords.ofNobody(10))
                .validFormat)
        .isTrue();
  }
}
