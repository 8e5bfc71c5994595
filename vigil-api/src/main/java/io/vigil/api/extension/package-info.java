/** How the browser extension gets the settings and the token of its webhook. */
@NullMarked
package io.vigil.api.extension;

import org.jspecify.annotations.NullMarked;
