/** Text inside text: base64, hexadecimal, binary, percent, entity and backslash encodings. */
@NullMarked
package io.vigil.detection.canonical.encoding;

import org.jspecify.annotations.NullMarked;
