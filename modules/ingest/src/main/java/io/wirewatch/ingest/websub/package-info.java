/**
 * WebSub (W3C Recommendation of 2018-01-23), the subscriber's part: where a feed names a hub,
 * {@link io.wirewatch.ingest.websub.WebSubSubscriber} asks it to bring what is new, checks that
 * what is brought is the hub's, and hands it on.
 */
@NullMarked
package io.wirewatch.ingest.websub;

import org.jspecify.annotations.NullMarked;
