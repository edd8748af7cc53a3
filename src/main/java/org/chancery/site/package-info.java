/**
 * What people see in a browser: receives an open store and its catalogue, returns pages, never
 * changes anything. Text from articles goes into templates only, which escape it.
 */
@NullMarked
package org.chancery.site;

import org.jspecify.annotations.NullMarked;
