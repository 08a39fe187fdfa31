/** What a backtest found: alerts gained, lost and kept, and what they would have cost. */
@NullMarked
package io.wirewatch.replay.finding;

import org.jspecify.annotations.NullMarked;
