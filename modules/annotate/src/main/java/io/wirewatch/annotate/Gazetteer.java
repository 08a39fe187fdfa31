package io.wirewatch.annotate;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * All names that are known and what they can mean. Immutable.
 *
 * <p>Read from one binary file that the build makes: magic, strings, meanings, uses of names, names
 * by rising key, names of persons by rising key (see {@code GazetteerFile}).
 */
public final class Gazetteer {
  /** The first four bytes of the file: its format. */
  public static final int MAGIC = 0x57574732;

  private static final String RESOURCE = "gazetteer.bin";
  private static final Map<Integer, Meaning.Kind> KINDS =
      Arrays.stream(Meaning.Kind.values())
          .collect(Collectors.toUnmodifiableMap(Meaning.Kind::code, kind -> kind));

  private final int[] strings;
  private final byte[] text;
  private final int size;
  private final Meaning.Kind[] kinds;
  private final int[] links;
  private final float[] numbers;
  private final int[] uses;
  private final NameTable names;
  private final NameTable personNames;

  private Gazetteer(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) throw new IOException("not a gazetteer of this version");
    strings = ints(in, in.readInt() + 1);
    text = in.readNBytes(strings[strings.length - 1]);
    size = in.readInt();
    kinds = kinds(in.readNBytes(size));
    links = ints(in, size * 4);
    numbers = new float[size * 3];
    ByteBuffer.wrap(in.readNBytes(numbers.length * 4)).asFloatBuffer().get(numbers);
    uses = ints(in, in.readInt());
    names = table(in);
    personNames = table(in);
  }

  private static Meaning.Kind[] kinds(byte[] codes) {
    Meaning.Kind[] kinds = new Meaning.Kind[codes.length];
    for (int i = 0; i < codes.length; i++) {
      kinds[i] = Objects.requireNonNull(KINDS.get((int) codes[i]));
    }
    return kinds;
  }

  private static NameTable table(DataInputStream in) throws IOException {
    int count = in.readInt();
    ByteBuffer keys = ByteBuffer.wrap(in.readNBytes(count * 8));
    int[] values = ints(in, count);
    NameTable table = new NameTable(count);
    for (int value : values) table.put(keys.getLong(), value);
    return table;
  }

  /** The one in the jar. */
  public static Gazetteer bundled() {
    try (InputStream in = Gazetteer.class.getResourceAsStream(RESOURCE)) {
      if (in == null)
        throw new IllegalStateException(RESOURCE + " is missing: build the module with Maven");
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /**
   * Reads what {@code GazetteerFile} wrote.
   *
   * @throws IOException when the stream ends early or holds something else
   */
  public static Gazetteer read(InputStream in) throws IOException {
    return new Gazetteer(new DataInputStream(in));
  }

  /** The uses of the name with this key, as a position; negative when there is no such name. */
  int find(long key) {
    return names.get(key);
  }

  /** Whether the word with this key is a country, a people, a group or a body, and no place too. */
  boolean isCountryOrPeople(long key) {
    int position = find(NameKey.then(NameKey.EMPTY, key));
    if (position < 0) return false;
    for (int use = 0; use < uses(position); use++) {
      boolean place =
          switch (kind(meaning(position, use))) {
            case ADMIN1, PLACE, PERSON -> true;
            case COUNTRY, NATIONALITY, GROUP, ORGANIZATION -> false;
          };
      if (!place) return true;
    }
    return false;
  }

  /** The bits of {@link PersonName} of the word with this key; 0 where it is no name of persons. */
  int personName(long key) {
    return Math.max(0, personNames.get(key));
  }

  /** How many uses a name has. */
  int uses(int position) {
    return uses[position];
  }

  /** The index of the meaning of one use of a name. */
  int meaning(int position, int use) {
    return uses[position + 1 + use] >>> NameUse.BITS;
  }

  /** The bits of {@link NameUse} of one use of a name. */
  int bits(int position, int use) {
    return uses[position + 1 + use] & ((1 << NameUse.BITS) - 1);
  }

  /** How many meanings there are. */
  public int size() {
    return size;
  }

  Meaning.Kind kind(int meaning) {
    return kinds[meaning];
  }

  int country(int meaning) {
    return links[meaning * 4 + 2];
  }

  int admin1(int meaning) {
    return links[meaning * 4 + 3];
  }

  float lat(int meaning) {
    return numbers[meaning * 3];
  }

  float lon(int meaning) {
    return numbers[meaning * 3 + 1];
  }

  float weight(int meaning) {
    return numbers[meaning * 3 + 2];
  }

  /** The meaning with this index. */
  public Meaning meaning(int index) {
    int link = index * 4;
    int number = index * 3;
    return new Meaning(
        kind(index),
        string(links[link]),
        string(links[link + 1]),
        links[link + 2],
        links[link + 3],
        numbers[number],
        numbers[number + 1],
        numbers[number + 2]);
  }

  private String string(int index) {
    return new String(
        text, strings[index], strings[index + 1] - strings[index], StandardCharsets.UTF_8);
  }

  private static int[] ints(DataInputStream in, int count) throws IOException {
    int[] values = new int[count];
    byte[] bytes = in.readNBytes(count * 4);
    if (bytes.length < count * 4) throw new IOException("the gazetteer ends early");
    ByteBuffer.wrap(bytes).asIntBuffer().get(values);
    return values;
  }
}
