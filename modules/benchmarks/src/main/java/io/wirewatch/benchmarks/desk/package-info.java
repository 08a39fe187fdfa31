/** The desk with many alerts: what its server takes, and how smoothly a browser shows it. */
package io.wirewatch.benchmarks.desk;
