/**
 * HTTP as far as the front door needs it: one exchange, its cookies, languages and parameters. Nothing here knows of
 * modules.
 */
@NullMarked
package vn.kientao.platform.web.http;

import org.jspecify.annotations.NullMarked;
