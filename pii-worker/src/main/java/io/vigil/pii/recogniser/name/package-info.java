/** Names of persons, organisations, places and postal addresses: word lists, the words beside a name, and a small grammar. */
@NullMarked
package io.vigil.pii.recogniser.name;

import org.jspecify.annotations.NullMarked;
