package io.wirewatch.ingest.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.wirewatch.RawArticle;
import io.wirewatch.ingest.article.DecodedText;
import io.wirewatch.ingest.article.Producer;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.json.ArticleJson;
import io.wirewatch.ingest.json.FieldException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The articles of a request's body: all of them, or what is wrong with the first that is not one.
 */
final class PostedArticles {
  private static final ObjectReader OBJECTS =
      ArticleJson.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final ReadingContext context;
  private final List<RawArticle> articles = new ArrayList<>();

  private PostedArticles(ReadingContext context) {
    this.context = context;
  }

  /** Of one object, or an array of objects. */
  static List<RawArticle> json(byte[] body, ReadingContext context) throws BadPostException {
    PostedArticles posted = new PostedArticles(context);
    try (JsonParser parser = ArticleJson.MAPPER.createParser(text(body))) {
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          posted.add(parser);
        }
      } else if (parser.currentToken() != null) {
        posted.add(parser);
      }
      if (parser.nextToken() != null) {
        throw new BadPostException("more than one value; is it JSON lines?", line(parser));
      }
    } catch (JsonProcessingException broken) {
      throw new BadPostException("not JSON: " + ArticleJson.reason(broken), line(broken));
    } catch (IOException impossibleInMemory) {
      throw new java.io.UncheckedIOException(impossibleInMemory);
    }
    return posted.some();
  }

  /** Of lines, an object each; blank lines are nothing. */
  static List<RawArticle> jsonLines(byte[] body, ReadingContext context) throws BadPostException {
    PostedArticles posted = new PostedArticles(context);
    int number = 0;
    for (String line : text(body).split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        posted.add(line, number);
      }
    }
    return posted.some();
  }

  private void add(JsonParser parser) throws IOException, BadPostException {
    int line = line(parser);
    try {
      add(ArticleJson.draft(OBJECTS.readTree(parser)).read(context, Producer.HTTP), line);
    } catch (FieldException wrong) {
      throw new BadPostException(wrong, line);
    }
  }

  private void add(String json, int line) throws BadPostException {
    try {
      add(ArticleJson.parse(json).read(context, Producer.HTTP), line);
    } catch (FieldException wrong) {
      throw new BadPostException(wrong, line);
    }
  }

  private void add(Reading reading, int line) throws BadPostException {
    if (reading instanceof Reading.Refused refused) {
      throw new BadPostException(refused.rejection().getReason(), line);
    }
    articles.add(((Reading.Read) reading).article());
  }

  private List<RawArticle> some() throws BadPostException {
    if (articles.isEmpty()) {
      throw new BadPostException("no article", 0);
    }
    return articles;
  }

  private static String text(byte[] body) throws BadPostException {
    Optional<String> text = DecodedText.strict(ByteBuffer.wrap(body), StandardCharsets.UTF_8);
    String whole = text.orElseThrow(() -> new BadPostException("not UTF-8", 0));
    return whole.startsWith("\uFEFF") ? whole.substring(1) : whole;
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private static int line(JsonProcessingException broken) {
    return broken.getLocation() == null ? 0 : Math.max(0, broken.getLocation().getLineNr());
  }
}
