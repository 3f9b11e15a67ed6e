/** Makes repeated requests of programs harmless (khoá lặp): the same key and body get the same answer for a day. */
@NullMarked
package vn.kientao.platform.web.once;

import org.jspecify.annotations.NullMarked;
