/** The description of all live routes (OpenAPI 3.1), made from the same tables that serve. */
@NullMarked
package vn.kientao.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
