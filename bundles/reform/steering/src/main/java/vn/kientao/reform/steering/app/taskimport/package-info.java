/** Tasks from a sheet (nhập nhiệm vụ từ văn bản): tried first, then given, and taken back while untouched. */
@NullMarked
package vn.kientao.reform.steering.app.taskimport;

import org.jspecify.annotations.NullMarked;
