/**
 * The store's contents as RDF files: receives a dataset, returns the same bytes for the same data
 * whatever order it was loaded in; never writes to the graph.
 */
@NullMarked
package org.chancery.export;

import org.jspecify.annotations.NullMarked;
