/** Access tokens (mã truy cập) with which programs act for a person: made, shown once, looked up, revoked. */
@NullMarked
package vn.kientao.platform.security.token;

import org.jspecify.annotations.NullMarked;
