/**
 * Readings kept on disk: receives what articles say, gives it back exactly, and keeps the ledger of
 * what a store is made of; never reads text and knows nothing of graphs but their fingerprints.
 */
@NullMarked
package org.chancery.archive;

import org.jspecify.annotations.NullMarked;
