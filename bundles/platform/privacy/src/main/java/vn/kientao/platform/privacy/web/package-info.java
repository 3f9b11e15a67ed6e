/** Pages for everybody, for those who answer requests, and for those who watch over access and retention. */
@NullMarked
package vn.kientao.platform.privacy.web;

import org.jspecify.annotations.NullMarked;
