/** What every request has in common: its name, its place in the log, and how its time is measured. */
@NullMarked
package dev.triad.request.web;

import org.jspecify.annotations.NullMarked;
