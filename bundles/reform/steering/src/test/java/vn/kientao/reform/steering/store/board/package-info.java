@NullMarked
package vn.kientao.reform.steering.store.board;

import org.jspecify.annotations.NullMarked;
