/**
 * How somebody at the server itself reaches the console (bảng lệnh): there is no password to know or to forget, only a
 * key that the product makes for itself and that the owner of its data folder can read.
 */
@NullMarked
package vn.kientao.platform.shell.key;

import org.jspecify.annotations.NullMarked;
