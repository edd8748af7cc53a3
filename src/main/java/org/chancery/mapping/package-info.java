/**
 * Which of our things are which of others: receives mappings from programs and people, keeps them
 * as SSSOM tables, returns them as linkset graphs. Never finds one itself.
 */
@NullMarked
package org.chancery.mapping;

import org.jspecify.annotations.NullMarked;
