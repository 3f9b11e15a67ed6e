/**
 * What proves a person beside the password (yếu tố thứ hai): one-time codes of an authenticator app, passkeys (khoá truy
 * cập) and recovery codes (mã khôi phục); and the fresh proof that grave actions ask for.
 */
@NullMarked
package vn.kientao.platform.security.factor;

import org.jspecify.annotations.NullMarked;
