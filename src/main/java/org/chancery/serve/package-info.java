/** The Fuseki server over a store: read-only, on loopback. */
@NullMarked
package org.chancery.serve;

import org.jspecify.annotations.NullMarked;
