package io.wirewatch.replay.finding;

import io.wirewatch.Alert;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/**
 * What is counted of an alert. Most alerts are counted and never shown, so they are not read for
 * it.
 *
 * @param country code of the first country that it is about; empty where there is none
 * @param regions codes of all that it is about
 */
record Facts(
    String rule,
    String article,
    int revision,
    long eventMillis,
    String source,
    String country,
    List<String> regions) {

  static Facts of(Alert alert) {
    return new Facts(
        alert.getRule(),
        alert.getArticle(),
        alert.getRevision(),
        alert.getEventTime().toEpochMilli(),
        alert.getSource(),
        alert.getRegions().stream()
            .filter(region -> region.getLevel() == RegionLevel.COUNTRY)
            .map(Region::getCode)
            .findFirst()
            .orElse(""),
        alert.getRegions().stream().map(Region::getCode).toList());
  }

  void write(Encoder out) throws IOException {
    out.writeString(rule);
    out.writeString(article);
    out.writeInt(revision);
    out.writeLong(eventMillis);
    out.writeString(source);
    out.writeString(country);
    out.writeInt(regions.size());
    for (String region : regions) {
      out.writeString(region);
    }
  }

  static Facts read(Decoder in) throws IOException {
    String rule = in.readString();
    String article = in.readString();
    int revision = in.readInt();
    long eventMillis = in.readLong();
    String source = in.readString();
    String country = in.readString();
    int count = in.readInt();
    List<String> regions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      regions.add(in.readString());
    }
    return new Facts(rule, article, revision, eventMillis, source, country, regions);
  }
}
