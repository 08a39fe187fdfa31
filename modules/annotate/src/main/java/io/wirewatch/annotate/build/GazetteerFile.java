package io.wirewatch.annotate.build;

import io.wirewatch.annotate.Gazetteer;
import io.wirewatch.annotate.Meaning;
import io.wirewatch.annotate.NameKey;
import io.wirewatch.annotate.NameUse;
import io.wirewatch.annotate.PersonName;
import io.wirewatch.language.Tokens;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects meanings and their names and writes them as {@link Gazetteer} reads them. */
final class GazetteerFile {
  private static final int LONGEST_NAME = 9;

  private final List<Meaning> meanings = new ArrayList<>();
  private final Map<String, Integer> indexById = new LinkedHashMap<>();
  private final TreeMap<Long, TreeMap<Integer, Integer>> bitsByMeaningByKey = new TreeMap<>();
  private final TreeMap<Long, Integer> personNames = new TreeMap<>();

  /** Notes a word as a name of persons, with bits of {@link PersonName}. */
  void personName(String name, int bits) {
    Tokens tokens = Tokens.of(name);
    if (tokens.size() == 1) {
      personNames.merge(NameKey.of(tokens.folded(0)), bits, (a, b) -> a | b);
    }
  }

  /** The index of the meaning that was added under this id, or -1. */
  int index(String id) {
    return indexById.getOrDefault(id, -1);
  }

  Meaning meaning(int index) {
    return meanings.get(index);
  }

  /** The index that the next meaning gets. */
  int next() {
    return meanings.size();
  }

  int add(Meaning meaning) throws IOException {
    int index = meanings.size();
    if (indexById.putIfAbsent(meaning.id(), index) != null)
      throw new IOException("twice: " + meaning.id());
    meanings.add(meaning);
    return index;
  }

  /** Lets a name mean something. Under several conditions the easiest counts. */
  void name(String name, int meaning, int bits) {
    Tokens tokens = Tokens.of(name);
    if (tokens.size() == 0 || tokens.size() > LONGEST_NAME) return;
    long key = NameKey.EMPTY;
    for (int i = 0; i < tokens.size(); i++) {
      key = NameKey.then(key, NameKey.of(tokens.folded(i)));
      uses(key);
    }
    uses(key).merge(meaning, bits, (a, b) -> a & b);
  }

  private Map<Integer, Integer> uses(long key) {
    return bitsByMeaningByKey.computeIfAbsent(key, k -> new TreeMap<>());
  }

  void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream));
    out.writeInt(Gazetteer.MAGIC);
    writeStrings(out);
    out.writeInt(meanings.size());
    for (Meaning meaning : meanings) out.writeByte(meaning.kind().code());
    for (int i = 0; i < meanings.size(); i++) {
      out.writeInt(2 * i);
      out.writeInt(2 * i + 1);
      out.writeInt(meanings.get(i).country());
      out.writeInt(meanings.get(i).admin1());
    }
    for (Meaning meaning : meanings) {
      out.writeFloat(meaning.lat());
      out.writeFloat(meaning.lon());
      out.writeFloat(meaning.weight());
    }
    writeNames(out);
    writeTable(out, personNames.keySet(), personNames.values());
    out.flush();
  }

  private void writeStrings(DataOutputStream out) throws IOException {
    List<byte[]> strings = new ArrayList<>();
    for (Meaning meaning : meanings) {
      strings.add(meaning.id().getBytes(StandardCharsets.UTF_8));
      strings.add(meaning.name().getBytes(StandardCharsets.UTF_8));
    }
    out.writeInt(strings.size());
    int end = 0;
    out.writeInt(end);
    for (byte[] string : strings) out.writeInt(end += string.length);
    for (byte[] string : strings) out.write(string);
  }

  private void writeNames(DataOutputStream out) throws IOException {
    List<Integer> uses = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    for (TreeMap<Integer, Integer> name : bitsByMeaningByKey.values()) {
      positions.add(name.isEmpty() ? -1 : uses.size());
      if (!name.isEmpty()) uses.add(name.size());
      name.forEach((meaning, bits) -> uses.add(meaning << NameUse.BITS | bits));
    }
    out.writeInt(uses.size());
    for (int use : uses) out.writeInt(use);
    writeTable(out, bitsByMeaningByKey.keySet(), positions);
  }

  private static void writeTable(
      DataOutputStream out, Collection<Long> keys, Collection<Integer> values) throws IOException {
    out.writeInt(keys.size());
    for (long key : keys) out.writeLong(key);
    for (int value : values) out.writeInt(value);
  }
}
