package io.wirewatch.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/**
 * Standard output and error, in UTF-8 whatever the locale is: the data has Arabic in it. The only
 * way to the screen: nothing that came from outside moves a cursor or renames a window.
 */
final class Standard {
  private Standard() {}

  /** Has the whole process write so. */
  static void install() {
    System.setOut(tame(FileDescriptor.out, false));
    System.setErr(tame(FileDescriptor.err, true));
  }

  static PrintStream out() {
    return System.out;
  }

  static PrintStream err() {
    return System.err;
  }

  /** Standard error as the terminal gets it: for movements of the cursor that are ours. */
  static PrintStream cursor() {
    return new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
  }

  /** Has a command and all its parts write here. */
  static void use(CommandLine command) {
    command.setOut(new PrintWriter(out(), true, StandardCharsets.UTF_8));
    command.setErr(new PrintWriter(err(), true, StandardCharsets.UTF_8));
    command.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
  }

  private static PrintStream tame(FileDescriptor to, boolean flushed) {
    return new PrintStream(
        new TameStream(new FileOutputStream(to)), flushed, StandardCharsets.UTF_8);
  }
}
