/** What the OpenAPI documents of all services have in common. It runs when a service is built, and never after. */
@NullMarked
package dev.triad.openapi;

import org.jspecify.annotations.NullMarked;
