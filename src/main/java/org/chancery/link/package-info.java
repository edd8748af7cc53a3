/**
 * Finds our things in the data of others: receives a graph and a target (a file, a SPARQL endpoint,
 * a reconciliation service), returns mappings with scores and features. Never writes a store.
 */
@NullMarked
package org.chancery.link;

import org.jspecify.annotations.NullMarked;
