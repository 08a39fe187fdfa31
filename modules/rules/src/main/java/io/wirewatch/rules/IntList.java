package io.wirewatch.rules;

import java.util.Arrays;

/** Numbers that grow by one another. */
final class IntList {
  private int[] items;
  private int size;

  IntList(int capacity) {
    this.items = new int[capacity];
  }

  int size() {
    return size;
  }

  int at(int index) {
    return items[index];
  }

  void add(int item) {
    items = size == items.length ? Arrays.copyOf(items, Math.max(4, size + size / 2)) : items;
    items[size++] = item;
  }

  void set(int index, int item) {
    items[index] = item;
  }

  /** Adds items until there are so many. */
  void fill(int count, int item) {
    while (size < count) {
      add(item);
    }
  }

  /** Gives back what was kept for more. */
  void trim() {
    items = Arrays.copyOf(items, size);
  }

  int[] toArray() {
    return Arrays.copyOf(items, size);
  }
}
