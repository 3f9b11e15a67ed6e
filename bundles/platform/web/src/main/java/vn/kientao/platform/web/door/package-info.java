/**
 * The door itself: the steps a request goes through, in order, and the parts of OSGi that let it find the releases that
 * serve.
 */
@NullMarked
package vn.kientao.platform.web.door;

import org.jspecify.annotations.NullMarked;
