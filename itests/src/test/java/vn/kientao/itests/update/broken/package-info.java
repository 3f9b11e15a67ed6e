/** The faults that a release may have, as classes which are put into its jar. */
@NullMarked
package vn.kientao.itests.update.broken;

import org.jspecify.annotations.NullMarked;
