package io.wirewatch.contract.yaml;

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
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML. Reads events, not composed nodes: those recurse as deep as the file is nested, and an
 * alias multiplies what it stands for.
 */
public final class YamlTree {
  private static final int DEEPEST = 16;
  private static final int MOST_VALUES = 500_000;

  private final Problems problems;
  private final Deque<Open> open = new ArrayDeque<>();
  private Yaml.@Nullable Mapping root;
  private int values;

  private YamlTree(Problems problems) {
    this.problems = problems;
  }

  /** A mapping or a list that has not ended, and the key whose value is next. */
  private static final class Open {
    private final Yaml yaml;
    private Yaml.@Nullable Text key;

    private Open(Yaml yaml) {
      this.yaml = yaml;
    }
  }

  /** The file's mapping; empty where it is none or cannot be read, which is then a problem. */
  public static Optional<Yaml.Mapping> read(String text, Problems problems) {
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
      problems.add(1, "says nothing; it needs 'name: value' lines");
    }
    return Optional.ofNullable(tree.root);
  }

  private boolean add(Event event) {
    int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    boolean anchored = event instanceof NodeEvent node && node.getAnchor().isPresent();
    if (event instanceof AliasEvent || anchored) {
      return refuse(line, "anchors and aliases are not read; write the value itself");
    }
    if (++values > MOST_VALUES) {
      return refuse(line, "more than " + MOST_VALUES + " values; split the file");
    }
    if (event instanceof MappingStartEvent) {
      return open(Yaml.Mapping.empty(line));
    }
    if (event instanceof SequenceStartEvent) {
      return open(Yaml.Items.empty(line));
    }
    if (event instanceof MappingEndEvent || event instanceof SequenceEndEvent) {
      return value(open.pop().yaml);
    }
    return !(event instanceof ScalarEvent scalar) || text(new Yaml.Text(line, scalar.getValue()));
  }

  private boolean open(Yaml yaml) {
    Open within = open.peek();
    if (within != null && within.yaml instanceof Yaml.Mapping && within.key == null) {
      return refuse(yaml.line(), "a name is a word, not a list or a mapping");
    }
    if (open.size() == DEEPEST) {
      return refuse(yaml.line(), "nested too deep");
    }
    open.push(new Open(yaml));
    return true;
  }

  private boolean text(Yaml.Text text) {
    Open within = open.peek();
    if (within != null && within.yaml instanceof Yaml.Mapping && within.key == null) {
      within.key = text;
      return true;
    }
    return value(text);
  }

  private boolean value(Yaml value) {
    Open within = open.peek();
    if (within == null) {
      return root(value);
    }
    if (within.yaml instanceof Yaml.Items items) {
      return items.values().add(value);
    }
    Yaml.Text key = within.key;
    within.key = null;
    return key == null
        || ((Yaml.Mapping) within.yaml)
                .entries()
                .putIfAbsent(key.value(), new Yaml.Entry(key.line(), value))
            == null
        || refuse(key.line(), Problems.quoted(key.value()) + " is there twice; take one away");
  }

  private boolean root(Yaml value) {
    if (!(value instanceof Yaml.Mapping mapping)) {
      return refuse(value.line(), "is no mapping; it needs 'name: value' lines");
    }
    if (root != null) {
      return refuse(value.line(), "a second document; one a file");
    }
    root = mapping;
    return true;
  }

  private boolean refuse(int line, String what) {
    problems.add(line, what);
    return false;
  }
}
