package io.wirewatch.replay.finding;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.rules.authoring.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * An alert that is gained or lost, or an example of one.
 *
 * @param alert of the side that raises it
 * @param article the text that differs; null where it was not examined
 * @param now why the rule that is tried matches, or why not; null where there is no such rule or no
 *     article
 * @param before the same of the rule that it is compared with
 * @param label whether somebody said that it is relevant; null where nobody did
 */
public record Change(
    Verdict verdict,
    Alert alert,
    @Nullable EnrichedArticle article,
    @Nullable Explanation now,
    @Nullable Explanation before,
    @Nullable Boolean label) {}
