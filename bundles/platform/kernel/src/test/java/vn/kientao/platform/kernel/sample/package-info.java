/** What the modules of the tests are made of: copied into jars, never used from the class path. */
@NullMarked
package vn.kientao.platform.kernel.sample;

import org.jspecify.annotations.NullMarked;
