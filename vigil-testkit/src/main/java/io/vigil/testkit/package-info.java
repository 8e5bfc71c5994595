/** Real servers for tests, and conditions instead of sleeps. */
@NullMarked
package io.vigil.testkit;

import org.jspecify.annotations.NullMarked;
