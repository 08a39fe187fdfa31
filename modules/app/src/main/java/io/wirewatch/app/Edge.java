package io.wirewatch.app;

import io.wirewatch.Rejection;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.http.ArticlePublisher;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Where readings enter the cluster: articles to the one topic, refusals to the other and to the screen. */
final class Edge implements Consumer<Reading> {
  private final ArticlePublisher publisher;
  private final Screen screen;
  private final AtomicLong read = new AtomicLong();

  Edge(ArticlePublisher publisher, Screen screen) {
    this.publisher = publisher;
    this.screen = screen;
  }

  @Override
  public void accept(Reading reading) {
    read.incrementAndGet();
    if (reading instanceof Reading.Read article) {
      publisher.publish(article.article());
    } else if (reading instanceof Reading.Refused refused) {
      publisher.reject(refused.rejection());
      screen.say(line(refused.rejection()));
    }
  }

  /** How many articles and refusals came in. */
  long read() {
    return read.get();
  }

  static String line(Rejection rejection) {
    String where =
        rejection.getLine() == null
            ? rejection.getInput()
            : rejection.getInput() + ":" + rejection.getLine();
    return "rejected: " + rejection.getReason() + " (" + where + ")";
  }
}
