package io.wirewatch.ingest.websub;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription stands.
 *
 * @param active whether the hub brings what is new
 * @param leaseEnd until when, unless it is renewed; null where it does not
 * @param reason why the last request failed; empty where it did not
 */
public record SubscriptionStatus(
    String source, String hub, boolean active, @Nullable Instant leaseEnd, String reason) {}
