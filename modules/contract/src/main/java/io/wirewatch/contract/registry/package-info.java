/**
 * A client of the REST API of schema registries, as Confluent documents it; Karapace, Redpanda and
 * Apicurio speak it too.
 */
@NullMarked
package io.wirewatch.contract.registry;

import org.jspecify.annotations.NullMarked;
