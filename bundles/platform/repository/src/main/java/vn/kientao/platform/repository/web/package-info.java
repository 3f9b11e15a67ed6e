/** The administrators' pages and REST addresses of sources and offers. */
@NullMarked
package vn.kientao.platform.repository.web;

import org.jspecify.annotations.NullMarked;
