package io.wirewatch.rules;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a set. Those of bulk files are kept as few bytes, and made anew each time one is
 * asked for. Cannot be changed once it has been handed out.
 */
final class RuleList extends AbstractList<Rule> {
  private final List<Rule> whole = new ArrayList<>();
  private final NodeCode code = new NodeCode();
  private final IntList starts = new IntList(4);
  private final IntList firsts = new IntList(4);
  private final List<RuleParser> parsers = new ArrayList<>();

  RuleList() {}

  RuleList(List<Rule> rules) {
    whole.addAll(rules);
  }

  /** Adds a rule that stays as it is; before every one of a bulk file. */
  void addWhole(Rule rule) {
    whole.add(rule);
  }

  /** Adds a rule that can be read again from the node. */
  void addPacked(Node node, RuleParser parser) {
    if (parsers.isEmpty() || parsers.get(parsers.size() - 1) != parser) {
      parsers.add(parser);
      firsts.add(starts.size());
    }
    starts.add(code.add(node));
  }

  /** The texts of the packed rules. */
  Utf8Table texts() {
    return code.texts();
  }

  void trim() {
    code.trim();
    starts.trim();
  }

  @Override
  public int size() {
    return whole.size() + starts.size();
  }

  @Override
  public Rule get(int index) {
    if (index < whole.size()) {
      return whole.get(index);
    }
    int packed = index - whole.size();
    return parser(packed).parse(code.node(starts.at(packed))).orElseThrow();
  }

  /** The last one whose first rule is not behind this one. */
  private RuleParser parser(int packed) {
    int low = 0;
    int high = parsers.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (firsts.at(middle) <= packed) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return parsers.get(low);
  }

  /** The id of a rule, without the rule. */
  String id(int index) {
    return index < whole.size() ? whole.get(index).id() : code.id(starts.at(index - whole.size()));
  }
}
