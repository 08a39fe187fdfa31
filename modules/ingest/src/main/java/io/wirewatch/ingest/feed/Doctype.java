package io.wirewatch.ingest.feed;

import io.wirewatch.ingest.article.UnusableInputException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The document type of a feed. Old feeds name that of their format, which is never fetched; some
 * declare entities for what they write often. Those are replaced; those that stand for a file or an
 * address never are, and one that is made of others is what attacks are made of.
 */
final class Doctype {
  private static final int MOST_ENTITY_CHARS = 10_000;
  private static final int MOST_REPLACED_CHARS = 4 * 1024 * 1024;

  private static final int MOST_SUBSET_CHARS = 200_000;

  private static final Pattern END = Pattern.compile("\\]\\s*>");
  private static final Pattern ENTITY =
      Pattern.compile(
          "<!ENTITY\\s++(%\\s++)?([\\w.:-]++)\\s++(?:\"([^\"]*+)\"|'([^']*+)'|(SYSTEM|PUBLIC)\\b)");
  private static final Pattern OTHERS = Pattern.compile("&(?!#|(?:amp|lt|gt|quot|apos);)|%\\w++;");
  private static final Pattern REFERENCE = Pattern.compile("&([\\w.:-]{1,60});");

  private Doctype() {}

  /**
   * The document without its document type, each reference to an entity of its own replaced.
   *
   * @throws UnusableInputException where an entity is made of others or is too long
   */
  static String resolved(String xml) throws UnusableInputException {
    int from = start(xml);
    if (from < 0) {
      return xml;
    }
    int bracket = xml.indexOf('[', from);
    int close = xml.indexOf('>', from);
    if (close < 0) {
      throw refused("its document type does not end");
    }
    if (bracket < 0 || bracket > close) {
      return xml.substring(0, from) + xml.substring(close + 1);
    }
    Matcher end = END.matcher(xml);
    if (!end.find(bracket) || end.start() - bracket > MOST_SUBSET_CHARS) {
      throw refused("its document type does not end");
    }
    Map<String, String> entities = entities(xml.substring(bracket, end.start()));
    return replaced(xml.substring(0, from) + xml.substring(end.end()), entities);
  }

  /** Where it begins: before the root, behind declarations, comments and noise. */
  private static int start(String xml) {
    int at = xml.indexOf('<');
    while (at >= 0) {
      if (xml.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
        return at;
      }
      boolean comment = xml.startsWith("<!--", at);
      if (!comment && !xml.startsWith("<?", at)) {
        return -1;
      }
      int end = xml.indexOf(comment ? "-->" : ">", at);
      at = end < 0 ? -1 : xml.indexOf('<', end);
    }
    return -1;
  }

  private static Map<String, String> entities(String subset) throws UnusableInputException {
    Map<String, String> entities = new HashMap<>();
    Matcher entity = ENTITY.matcher(subset);
    while (entity.find()) {
      if (entity.group(1) != null || entity.group(5) != null) {
        continue;
      }
      String value = entity.group(3) == null ? entity.group(4) : entity.group(3);
      if (OTHERS.matcher(value).find()) {
        throw refused("it declares a document type with an entity that is made of others");
      }
      if (value.length() > MOST_ENTITY_CHARS) {
        throw refused("it declares a document type with an entity that is too long");
      }
      entities.putIfAbsent(entity.group(2), value);
    }
    return entities;
  }

  private static String replaced(String xml, Map<String, String> entities)
      throws UnusableInputException {
    if (entities.isEmpty()) {
      return xml;
    }
    StringBuilder text = new StringBuilder(xml.length());
    Matcher reference = REFERENCE.matcher(xml);
    int from = 0;
    int replaced = 0;
    while (reference.find()) {
      String value = entities.get(reference.group(1));
      if (value != null) {
        text.append(xml, from, reference.start()).append(value);
        from = reference.end();
        replaced += value.length();
      }
      if (replaced > MOST_REPLACED_CHARS) {
        throw refused("its entities make it endless");
      }
    }
    return text.append(xml, from, xml.length()).toString();
  }

  private static UnusableInputException refused(String why) {
    return new UnusableInputException("not a feed that can be read: " + why);
  }
}
