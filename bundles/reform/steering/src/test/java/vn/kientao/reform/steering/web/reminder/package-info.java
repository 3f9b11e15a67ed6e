/** Tests of the pages of urging letters. */
@NullMarked
package vn.kientao.reform.steering.web.reminder;

import org.jspecify.annotations.NullMarked;
