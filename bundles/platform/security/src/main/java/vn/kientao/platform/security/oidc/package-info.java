/**
 * Signing in through another house (đăng nhập một lần): OpenID Connect with the authorisation code flow and PKCE, against
 * providers that administrators configure.
 */
@NullMarked
package vn.kientao.platform.security.oidc;

import org.jspecify.annotations.NullMarked;
