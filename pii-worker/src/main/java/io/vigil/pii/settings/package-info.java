/** What operators decide about personal data: one document, checked whole, that may change while the worker runs. */
@NullMarked
package io.vigil.pii.settings;

import org.jspecify.annotations.NullMarked;
