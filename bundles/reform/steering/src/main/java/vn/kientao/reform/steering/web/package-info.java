/** What the module's pages share. */
@NullMarked
package vn.kientao.reform.steering.web;

import org.jspecify.annotations.NullMarked;
