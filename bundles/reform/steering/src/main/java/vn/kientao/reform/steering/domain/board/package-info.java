/** Dashboards (bảng theo dõi): how the tasks of agencies and areas stand at a glance (D2.1, D4, D7). */
@NullMarked
package vn.kientao.reform.steering.domain.board;

import org.jspecify.annotations.NullMarked;
