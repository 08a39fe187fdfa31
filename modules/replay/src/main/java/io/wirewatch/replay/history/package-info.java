/** Where the articles of a backtest come from: topics, archives, inputs. */
@NullMarked
package io.wirewatch.replay.history;

import org.jspecify.annotations.NullMarked;
