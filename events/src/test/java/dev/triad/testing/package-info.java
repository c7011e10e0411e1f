/** What every module's tests share: a real broker and database, hostile records, the test of an OpenAPI document. */
@NullMarked
package dev.triad.testing;

import org.jspecify.annotations.NullMarked;
