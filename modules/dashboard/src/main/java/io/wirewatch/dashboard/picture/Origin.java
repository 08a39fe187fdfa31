package io.wirewatch.dashboard.picture;

/** Where a record lies. */
record Origin(Watched topic, int partition, long offset) {

  @Override
  public String toString() {
    return topic.topic() + " " + partition + ":" + offset;
  }
}
