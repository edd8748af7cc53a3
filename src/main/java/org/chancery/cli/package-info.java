/**
 * The command line, one class per subcommand: receives words, calls the other packages, prints data
 * to the standard output and messages to the standard error; never does the work of a stage itself.
 */
@NullMarked
package org.chancery.cli;

import org.jspecify.annotations.NullMarked;
