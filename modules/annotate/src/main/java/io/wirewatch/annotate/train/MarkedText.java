package io.wirewatch.annotate.train;

import io.wirewatch.annotate.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text with its names.
 *
 * <p>As a file: {@code [Baghdad]L}, with P for a person, O an organization, G an armed group, L a
 * place, N a nationality or people. A blank line ends a document; its first line, after {@code = },
 * is its headline.
 *
 * @param name where it is from
 * @param nationalities whether nationalities are marked
 */
record MarkedText(String name, String text, List<Mark> marks, boolean nationalities) {
  private static final Pattern MARK = Pattern.compile("\\[([^\\[\\]\\n]+)\\]([POGLN])");
  private static final Map<String, EntityType> TYPES =
      Map.of(
          "P", EntityType.PERSON,
          "O", EntityType.ORGANIZATION,
          "G", EntityType.GROUP,
          "L", EntityType.LOCATION,
          "N", EntityType.NATIONALITY);

  /** The documents of all {@code .txt} files of a folder, by the names of the files. */
  static List<MarkedText> folder(Path folder) throws IOException {
    List<MarkedText> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        int number = 0;
        for (String document : Files.readString(file).split("\\n\\s*\\n", -1)) {
          if (!document.isBlank()) {
            texts.add(of(file.getFileName() + ":" + ++number, document.strip()));
          }
        }
      }
    }
    return texts;
  }

  /**
   * One document.
   *
   * @throws IOException where a bracket is left over: with the document's name and the line
   */
  static MarkedText of(String name, String document) throws IOException {
    String marked = document.startsWith("= ") ? document.substring(2) : document;
    StringBuilder text = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    Matcher mark = MARK.matcher(marked);
    int from = 0;
    while (mark.find()) {
      text.append(marked, from, mark.start());
      int start = text.length();
      text.append(mark.group(1));
      EntityType type = TYPES.get(mark.group(2));
      if (type != null) {
        marks.add(new Mark(start, text.length(), type));
      }
      from = mark.end();
    }
    text.append(marked, from, marked.length());
    for (String line : text.toString().split("\\n", -1)) {
      if (line.indexOf('[') >= 0 || line.indexOf(']') >= 0) {
        throw new IOException(name + ": a bracket that marks nothing: " + line);
      }
    }
    return new MarkedText(name, text.toString(), marks, true);
  }
}
