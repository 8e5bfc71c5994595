/** HTTP: paths, headers, status codes, problems. */
@NullMarked
package io.vigil.api.web;

import org.jspecify.annotations.NullMarked;
