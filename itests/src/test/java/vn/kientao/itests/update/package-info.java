/**
 * Releases change while people work: updates under load, broken releases, agencies switched off, crashes in between. Every
 * test runs against the assembled product over its one port and its console.
 */
@NullMarked
package vn.kientao.itests.update;

import org.jspecify.annotations.NullMarked;
