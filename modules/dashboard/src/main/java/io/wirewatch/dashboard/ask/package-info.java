/**
 * What the page asks beyond the picture, and what people decide: why, rule tests, refused content,
 * desk entries, reports.
 */
@NullMarked
package io.wirewatch.dashboard.ask;

import org.jspecify.annotations.NullMarked;
