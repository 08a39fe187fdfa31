package io.wirewatch.rules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML, and so JSON, into {@link Node}s.
 *
 * <p>Reads events instead of composed nodes: those would recurse as deep as the file is nested, and
 * an alias would multiply what it stands for. Anchors and aliases are refused, a file is at most
 * {@value #DEEPEST} levels deep.
 */
final class YamlReader {
  static final int DEEPEST = 50;

  /** Values, lists and mappings: what is held in memory while a set is read. */
  static final int MOST_NODES = 1_000_000;

  private static final int LARGEST_BUFFER = 1 << 16;

  private final Source source;
  private final int firstLine;
  private final Deque<NodeBuilder> open = new ArrayDeque<>();
  private @Nullable Node root;
  private int nodes;

  /**
   * @param firstLine the line of the file that the text starts in, counted from 1
   */
  YamlReader(Source source, int firstLine) {
    this.source = source;
    this.firstLine = firstLine;
  }

  /**
   * The document; empty when it is empty or cannot be read, which is then a problem of the source.
   */
  Optional<Node> read(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.file())
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(Math.min(LARGEST_BUFFER, text.length() + 1))
            .build();
    try {
      Iterator<Event> events = new Parse(settings).parseString(text).iterator();
      boolean sound = true;
      while (sound && events.hasNext()) {
        sound = add(events.next());
      }
      return sound ? Optional.ofNullable(root) : Optional.empty();
    } catch (MarkedYamlEngineException e) {
      Node.Place place = place(e.getProblemMark().or(e::getContextMark));
      source.problem(
          place,
          "not readable as YAML: " + Source.quote(String.valueOf(e.getProblem())),
          advice(e));
    } catch (YamlEngineException | IllegalArgumentException e) {
      // The latter is what the parser throws on escapes of no character, such as "\x" at the end.
      source.problem(
          firstControl(text),
          "not readable as YAML: " + Source.quote(String.valueOf(e.getMessage())),
          "text without control characters");
    }
    return Optional.empty();
  }

  private boolean add(Event event) {
    Node.Place place = place(event.getStartMark());
    if (event instanceof AliasEvent
        || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
      source.problem(
          place, "YAML anchors and aliases are not supported", "name what is shared as a concept");
      return false;
    }
    if (isTagged(event)) {
      source.problem(place, "YAML tags are not supported", "the value without its tag");
      return false;
    }
    if (++nodes > MOST_NODES) {
      source.problem(
          place,
          "more than " + MOST_NODES + " values in a file",
          "several files, or one rule a line in a .jsonl file");
      return false;
    }
    if (event instanceof DocumentStartEvent && root != null) {
      source.problem(
          place, "a second YAML document", "one document a file; put it into a file of its own");
      return false;
    }
    if (event instanceof CollectionStartEvent) {
      return open(place, event instanceof MappingStartEvent);
    }
    if (event instanceof CollectionEndEvent) {
      return addNode(open.pop().build());
    }
    return !(event instanceof ScalarEvent scalar)
        || addNode(new Node.Scalar(place, scalar.getValue()));
  }

  private static boolean isTagged(Event event) {
    return (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
        || (event instanceof CollectionStartEvent start && start.getTag().isPresent());
  }

  /** What the parser refuses without saying where. */
  private Node.Place firstControl(String text) {
    int line = firstLine;
    int column = 1;
    for (int c : text.codePoints().toArray()) {
      if (!StreamReader.isPrintable(c)) {
        return new Node.Place(line, column);
      }
      line += c == '\n' ? 1 : 0;
      column = c == '\n' ? 1 : column + 1;
    }
    return new Node.Place(firstLine, 1);
  }

  private boolean open(Node.Place place, boolean mapping) {
    if (open.size() == DEEPEST) {
      source.problem(place, "nested more than " + DEEPEST + " levels deep", "fewer levels");
      return false;
    }
    open.push(
        mapping ? new NodeBuilder.OfMapping(source, place) : new NodeBuilder.OfSequence(place));
    return true;
  }

  private boolean addNode(Node node) {
    NodeBuilder parent = open.peek();
    if (parent == null) {
      root = node;
      return true;
    }
    return parent.add(node);
  }

  private Node.Place place(Optional<Mark> mark) {
    return mark.map(m -> new Node.Place(firstLine + m.getLine(), m.getColumn() + 1))
        .orElse(new Node.Place(firstLine, 1));
  }

  private static String advice(MarkedYamlEngineException e) {
    return String.valueOf(e.getProblem()).contains("TAB")
        ? "spaces in place of the tab"
        : "check indentation, quotes and brackets here and in the line above";
  }
}
