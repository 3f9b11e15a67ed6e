/** Signing in through a provider of OpenID Connect that others have written (đăng nhập một lần). */
@NullMarked
package vn.kientao.itests.oidc;

import org.jspecify.annotations.NullMarked;
