package io.wirewatch.ingest.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML of mappings and values. Reads events, not composed nodes: those recurse as deep as the
 * file is nested, and an alias multiplies what it stands for.
 */
final class YamlTree {
  private static final int DEEPEST = 8;
  private static final int MOST_VALUES = 500_000;

  private final Problems problems;
  private final Deque<Yaml.Mapping> open = new ArrayDeque<>();
  private final Deque<Yaml.Text> keys = new ArrayDeque<>();
  private Yaml.@Nullable Mapping root;
  private boolean keyExpected;
  private int values;

  private YamlTree(Problems problems) {
    this.problems = problems;
  }

  /** The file's mapping; empty where it is none or cannot be read, which is then a problem. */
  static Optional<Yaml.Mapping> read(String text, Problems problems) {
    YamlTree tree = new YamlTree(problems);
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        if (!tree.add(event)) {
          return Optional.empty();
        }
      }
    } catch (MarkedYamlEngineException broken) {
      int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(line, "is no YAML here; look at indentation, quotes and colons");
      return Optional.empty();
    } catch (YamlEngineException | IllegalArgumentException broken) {
      problems.add(1, "is no YAML; is it text without control characters?");
      return Optional.empty();
    }
    if (tree.root == null) {
      problems.add(1, "says nothing; it needs 'sources:' and below it a name and 'url:' each");
    }
    return Optional.ofNullable(tree.root);
  }

  private boolean add(Event event) {
    int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    boolean anchored = event instanceof NodeEvent node && node.getAnchor().isPresent();
    if (event instanceof AliasEvent || anchored || event instanceof SequenceStartEvent) {
      return refuse(line, "anchors, aliases and lists are not read; write 'name: value'");
    }
    if (++values > MOST_VALUES) {
      return refuse(line, "more than " + MOST_VALUES + " values; split the file");
    }
    if (event instanceof MappingStartEvent) {
      return open(line);
    }
    if (event instanceof MappingEndEvent) {
      return value(open.pop());
    }
    return !(event instanceof ScalarEvent scalar) || text(new Yaml.Text(line, scalar.getValue()));
  }

  private boolean open(int line) {
    if (open.size() == DEEPEST || (keyExpected && !open.isEmpty())) {
      return refuse(line, "nested too deep; a source has a name and below it its settings");
    }
    open.push(Yaml.Mapping.empty(line));
    keyExpected = true;
    return true;
  }

  private boolean text(Yaml.Text text) {
    if (open.isEmpty()) {
      return refuse(text.line(), "is no mapping; it needs 'sources:' and names below it");
    }
    if (!keyExpected) {
      return value(text);
    }
    keys.push(text);
    keyExpected = false;
    return true;
  }

  private boolean value(Yaml value) {
    keyExpected = true;
    Yaml.Mapping within = open.peek();
    if (within == null) {
      if (root != null) {
        return refuse(value.line(), "a second document; one a file");
      }
      root = (Yaml.Mapping) value;
      return true;
    }
    Yaml.Text key = keys.pop();
    Yaml.Entry entry = new Yaml.Entry(key.line(), value);
    return within.entries().putIfAbsent(key.value(), entry) == null
        || refuse(key.line(), Problems.quoted(key.value()) + " is there twice; take one away");
  }

  private boolean refuse(int line, String what) {
    problems.add(line, what);
    return false;
  }
}
