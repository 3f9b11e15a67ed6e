@NullMarked
package vn.kientao.reform.steering.app.programme;

import org.jspecify.annotations.NullMarked;
