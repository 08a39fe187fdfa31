/**
 * The step from {@code news.articles.enriched} to {@code news.alerts} and {@code
 * news.alerts.<route>}: asks every rule, says what is new, takes back what holds no more. Before it
 * comes {@code enrich}; after it come whoever reads alerts.
 */
@NullMarked
package io.wirewatch.alert;

import org.jspecify.annotations.NullMarked;
