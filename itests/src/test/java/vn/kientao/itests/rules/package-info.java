/** Rules over the whole tree which no compiler checks. */
@NullMarked
package vn.kientao.itests.rules;

import org.jspecify.annotations.NullMarked;
