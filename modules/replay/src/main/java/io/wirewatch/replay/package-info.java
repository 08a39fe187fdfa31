/**
 * Backtests: the history of {@code news.articles.raw} or {@code news.articles.enriched}, or
 * articles of files, through the steps of {@code enrich} and {@code alert} with rules that do not
 * run yet. It writes nothing that live stages read. {@link io.wirewatch.replay.history} says where
 * articles come from, {@link io.wirewatch.replay.finding} what two rule sets made of them.
 */
@NullMarked
package io.wirewatch.replay;

import org.jspecify.annotations.NullMarked;
