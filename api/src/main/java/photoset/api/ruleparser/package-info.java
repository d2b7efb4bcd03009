/** Rules in words: turns a line of English or Korean into a rule, and says what of it was not understood. */
@NullMarked
package photoset.api.ruleparser;

import org.jspecify.annotations.NullMarked;
