/** What tests of pages share. */
@NullMarked
package vn.kientao.reform.steering.web;

import org.jspecify.annotations.NullMarked;
