@NullMarked
package vn.kientao.reform.steering.web.board;

import org.jspecify.annotations.NullMarked;
