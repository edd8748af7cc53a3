/** The flow from articles to a graph on one screen, and what every stage may throw. */
@NullMarked
package org.chancery;

import org.jspecify.annotations.NullMarked;
