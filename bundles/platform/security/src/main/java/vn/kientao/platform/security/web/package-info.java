/**
 * Pages and answers of security: signing in and out, one's own account (tài khoản), and the accounts of everybody for the
 * platform's administrators.
 */
@NullMarked
package vn.kientao.platform.security.web;

import org.jspecify.annotations.NullMarked;
