/**
 * The rules of security, without database or web: accounts (tài khoản), roles held in agencies (vai trò), what a password
 * must be (mật khẩu), and random secrets.
 */
@NullMarked
package vn.kientao.platform.security.domain;

import org.jspecify.annotations.NullMarked;
