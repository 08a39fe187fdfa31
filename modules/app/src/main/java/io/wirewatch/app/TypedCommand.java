package io.wirewatch.app;

import java.util.ArrayList;
import java.util.List;

/** A command as it was typed, for who wants to type it again. */
final class TypedCommand {
  private TypedCommand() {}

  /**
   * The command in one line, quoted for a shell, without values of {@code --set}: they may be
   * secrets.
   *
   * @param words behind {@code wirewatch}
   */
  static String of(List<String> words) {
    List<String> shown = new ArrayList<>(List.of("wirewatch"));
    String before = "";
    for (String word : words) {
      boolean isSetting = before.equals("--set") || word.startsWith("--set=");
      String told = isSetting ? word.replaceAll("^((--set=)?[^=]*=).*", "$1…") : word;
      shown.add(told.matches("[\\w./:=,+…-]+") ? told : "'" + told.replace("'", "'\\''") + "'");
      before = word;
    }
    return String.join(" ", shown);
  }
}
