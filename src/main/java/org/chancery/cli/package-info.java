/** One class per subcommand: parse, call, print. */
@NullMarked
package org.chancery.cli;

import org.jspecify.annotations.NullMarked;
