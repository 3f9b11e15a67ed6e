/** The programme and its documents: pages and programs. */
@NullMarked
package vn.kientao.reform.steering.web.programme;

import org.jspecify.annotations.NullMarked;
