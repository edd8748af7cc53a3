/**
 * The knowledge graph on disk: receives quads, keeps them in TDB2, lends them out for reading. A
 * store is replaced as a whole and never changed in place, so whoever reads it goes on undisturbed.
 */
@NullMarked
package org.chancery.store;

import org.jspecify.annotations.NullMarked;
