/** How things look on a terminal. */
@NullMarked
package io.vigil.cli.view;

import org.jspecify.annotations.NullMarked;
