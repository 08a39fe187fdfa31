package io.wirewatch.app;

import io.wirewatch.dashboard.door.UserLine;
import io.wirewatch.dashboard.web.User.Power;
import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wirewatch dashboard user}: a line for the file of who may sign in. */
@Command(
    name = "user",
    description = {
      "Make a line for the file that dashboard.users names, and print it: name, role, hash of the password (bcrypt).",
      "Asks for the password twice; where nobody types, it is the first line of standard input."
    })
final class DashboardUserCommand implements Callable<Integer> {
  private static final int MOST_BYTES = 1024;

  @Parameters(paramLabel = "NAME", description = "Who signs in; decisions are signed with it.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private String name;

  @Option(
      names = "--role",
      paramLabel = "reader|operator",
      required = true,
      description =
          "A reader looks on; an operator also acknowledges, assigns, comments, silences.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private Power role;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    UserLine.checked(name);
    char[] password = Screen.Terminal.isTyped() ? asked() : firstLine();
    String line = UserLine.of(name, role, password);
    Arrays.fill(password, ' ');
    spec.commandLine().getOut().println(line);
    return 0;
  }

  @SuppressWarnings(
      "SystemConsoleNull") // Where there is one anyway, it cannot hide what is typed, and says so.
  private static char[] asked() {
    Console console = System.console();
    if (console == null) {
      throw new Refusal(
          "what is typed cannot be hidden while the output goes elsewhere: leave it on the screen and copy the line, or pipe the password in");
    }
    char[] password = typed(console, "Password: ");
    if (!Arrays.equals(password, typed(console, "Again: "))) {
      throw new Refusal("these were two passwords: try again");
    }
    return password;
  }

  private static char[] typed(Console console, String prompt) {
    char[] typed = console.readPassword("%s", prompt);
    if (typed == null) {
      throw new Refusal("no password was typed");
    }
    return typed;
  }

  private static char[] firstLine() {
    byte[] bytes = new byte[MOST_BYTES];
    int length = 0;
    try {
      for (int next = System.in.read(); next >= 0 && next != '\n'; next = System.in.read()) {
        if (length == MOST_BYTES) {
          throw new Refusal("the first line of standard input is too long for a password");
        }
        bytes[length++] = (byte) next;
      }
      length -= length > 0 && bytes[length - 1] == '\r' ? 1 : 0;
      CharBuffer read =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
      return Arrays.copyOf(read.array(), read.limit());
    } catch (CharacterCodingException noText) {
      throw new Refusal("standard input is no text in UTF-8", noText);
    } catch (IOException failed) {
      throw new Refusal("cannot read the password from standard input", failed);
    }
  }
}
