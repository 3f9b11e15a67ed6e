/** Urging letters: pages and files. */
@NullMarked
package vn.kientao.reform.steering.web.reminder;

import org.jspecify.annotations.NullMarked;
