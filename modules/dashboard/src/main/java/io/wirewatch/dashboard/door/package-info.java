/**
 * Who may come in: users and their passwords, sessions, a proxy's word, and how often one may try.
 */
@NullMarked
package io.wirewatch.dashboard.door;

import org.jspecify.annotations.NullMarked;
