package io.wirewatch.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Options of a command line: {@code --name value}. */
record Options(List<String> words) {

  boolean has(String name) {
    return words.contains(name);
  }

  String text(String name, String otherwise) {
    List<String> all = all(name);
    return all.isEmpty() ? otherwise : all.get(0);
  }

  int number(String name, int otherwise) {
    return Integer.parseInt(text(name, Integer.toString(otherwise)));
  }

  List<Integer> numbers(String name, String otherwise) {
    return Arrays.stream(text(name, otherwise).split(",", -1)).map(Integer::valueOf).toList();
  }

  double decimal(String name, double otherwise) {
    return Double.parseDouble(text(name, Double.toString(otherwise)));
  }

  /** Every value of an option that may be given more than once. */
  List<String> all(String name) {
    return IntStream.range(0, words.size() - 1)
        .filter(at -> words.get(at).equals(name))
        .mapToObj(at -> words.get(at + 1))
        .toList();
  }
}
