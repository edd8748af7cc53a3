/** The store's contents in RDF formats, in a stable order. */
@NullMarked
package org.chancery.export;

import org.jspecify.annotations.NullMarked;
