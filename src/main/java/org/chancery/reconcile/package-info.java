/**
 * The reconciliation service (API 0.2): receives names from the tables of others, returns who or
 * what in the graph may be meant, with scores; says that it is sure only where it may be. Never
 * changes anything.
 */
@NullMarked
package org.chancery.reconcile;

import org.jspecify.annotations.NullMarked;
