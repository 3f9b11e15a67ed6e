/**
 * The kernel: which modules (phân hệ) are here, in which release (phiên bản), for which agency, and how one release
 * replaces another (triển khai) without anybody losing a request. It knows no module by name.
 */
@NullMarked
package vn.kientao.platform.kernel;

import org.jspecify.annotations.NullMarked;
