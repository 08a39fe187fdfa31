/** What every module agrees on. */
@NullMarked
package io.wirewatch.contract;

import org.jspecify.annotations.NullMarked;
