/** Requests and answers over core NATS: the side that answers. */
@NullMarked
package io.vigil.service;

import org.jspecify.annotations.NullMarked;
