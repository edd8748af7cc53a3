/** The canned queries of {@code queries/}: listing, running, printing. */
@NullMarked
package org.chancery.query;

import org.jspecify.annotations.NullMarked;
