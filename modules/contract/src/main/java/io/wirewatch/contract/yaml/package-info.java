/**
 * Files that people write: YAML with bounds, and every problem of it with its line. What reads them
 * is {@code sources.yaml} in {@code ingest} and {@code deliver.yaml} in {@code deliver}.
 */
@NullMarked
package io.wirewatch.contract.yaml;

import org.jspecify.annotations.NullMarked;
