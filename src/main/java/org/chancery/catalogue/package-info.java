/**
 * What a graph holds, at a glance: receives an open store, returns names to search and numbers to
 * show, and keeps both in memory.
 */
@NullMarked
package org.chancery.catalogue;

import org.jspecify.annotations.NullMarked;
