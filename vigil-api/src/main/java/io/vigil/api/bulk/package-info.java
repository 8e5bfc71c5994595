/** Many texts in one request, answered one by one in their order. */
@NullMarked
package io.vigil.api.bulk;

import org.jspecify.annotations.NullMarked;
