/**
 * What became of one article: followed through every topic of its way, from {@code
 * news.articles.raw} to {@code news.deliveries}. Nothing is written. It reads what {@link
 * io.wirewatch.alert} and the stages around it have left; commands and pages show it.
 */
@NullMarked
package io.wirewatch.why;

import org.jspecify.annotations.NullMarked;
