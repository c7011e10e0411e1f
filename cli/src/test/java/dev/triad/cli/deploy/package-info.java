/** Holds docker-compose.yml and the Kubernetes manifests to what the documents promise of them. */
@NullMarked
package dev.triad.cli.deploy;

import org.jspecify.annotations.NullMarked;
