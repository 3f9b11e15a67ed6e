/** Tasks from a sheet (nhập nhiệm vụ từ văn bản): tried first, then given, and taken back while untouched. */
@NullMarked
package vn.kientao.reform.steering.store.taskimport;

import org.jspecify.annotations.NullMarked;
