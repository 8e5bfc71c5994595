/** The policy for those who change it: read, checked, compared, stored with its history. */
@NullMarked
package io.vigil.api.policy;

import org.jspecify.annotations.NullMarked;
