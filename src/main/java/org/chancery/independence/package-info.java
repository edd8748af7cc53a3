/**
 * Which articles carry one text: receives articles one by one, returns groups of those whose texts
 * are nearly the same; never looks at what they claim.
 */
@NullMarked
package org.chancery.independence;

import org.jspecify.annotations.NullMarked;
