/** What the pages and REST have in common: finding things, and rooms of the platform that may be away. */
@NullMarked
package vn.kientao.platform.console.app;

import org.jspecify.annotations.NullMarked;
