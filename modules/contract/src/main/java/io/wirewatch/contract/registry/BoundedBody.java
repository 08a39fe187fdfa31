package io.wirewatch.contract.registry;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The body of an answer, up to {@value #MOST_BYTES} bytes; a larger one is an I/O error. */
final class BoundedBody implements BodySubscriber<byte[]> {
  private static final int MOST_BYTES = 4 << 20;

  private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
  private @Nullable Subscription subscription;
  private long bytes;

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole.getBody();
  }

  @Override
  public void onSubscribe(Subscription begun) {
    subscription = begun;
    whole.onSubscribe(begun);
  }

  @Override
  public void onNext(List<ByteBuffer> part) {
    bytes += part.stream().mapToLong(ByteBuffer::remaining).sum();
    if (bytes <= MOST_BYTES) {
      whole.onNext(part);
    } else if (subscription != null) {
      subscription.cancel();
      whole.onError(new IOException("more than " + MOST_BYTES + " bytes"));
    }
  }

  @Override
  public void onError(Throwable failed) {
    whole.onError(failed);
  }

  @Override
  public void onComplete() {
    whole.onComplete();
  }
}
