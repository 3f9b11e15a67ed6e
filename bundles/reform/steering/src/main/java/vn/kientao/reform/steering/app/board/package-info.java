/** Dashboards: keeping their numbers and looking them up. */
@NullMarked
package vn.kientao.reform.steering.app.board;

import org.jspecify.annotations.NullMarked;
