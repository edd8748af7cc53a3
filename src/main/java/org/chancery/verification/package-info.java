/**
 * Whether the words that a store quotes stand in the articles: receives a store's graphs and the
 * articles read anew, returns what differs; never reads claims, and mends nothing.
 */
@NullMarked
package org.chancery.verification;

import org.jspecify.annotations.NullMarked;
