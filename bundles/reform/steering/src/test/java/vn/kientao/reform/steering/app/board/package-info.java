@NullMarked
package vn.kientao.reform.steering.app.board;

import org.jspecify.annotations.NullMarked;
